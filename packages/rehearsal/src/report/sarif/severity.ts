import type { ReportingConfiguration, Result as SarifResult } from "sarif";
import type { RehearsedRule, RuleSeverity, Verdict } from "../../document";
import { isStopping } from "../view";

/**
 * GitHub ranks alerts by a number from 0 to 10 in a rule's properties: critical from 9.0, high from 7.0, medium from
 * 4.0, low below. Each of ours is in the middle of its range.
 */
const securitySeverity: Readonly<Partial<Record<RuleSeverity, string>>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.0",
};

/** A rule's severity as GitHub reads it; nothing where the rule states none. */
export function severityProperties(severity: RuleSeverity): Record<string, string> {
  const score = securitySeverity[severity];
  return score === undefined ? {} : { "security-severity": score };
}

/** How a result is ranked: what stops a deployment is an error, what advises a warning. */
export function levelOf(level: Verdict["level"]): NonNullable<SarifResult["level"]> {
  return isStopping(level) ? "error" : "warning";
}

/** A rule's configuration in the stack that is strictest with it. */
export function configurationOf(rules: readonly RehearsedRule[]): ReportingConfiguration {
  const levels = rules.map(({ level }) => level).filter((level) => level !== "disabled");
  if (levels.length === 0) return { enabled: false, level: "none" };
  return { enabled: true, level: levels.some(isStopping) ? "error" : "warning" };
}
