export { jsonLine, type Log, type LogFields, LogLevel, type LogLine, structuredLog } from "./log";
export { INSTRUMENTATION, type ObservedRun, observed } from "./observed";
export { startTelemetry, type Telemetry } from "./telemetry";
