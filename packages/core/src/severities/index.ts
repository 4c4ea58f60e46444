export { type SeverityLevel, severities } from "./severities";
export { Severity, severityNames } from "./severity";
