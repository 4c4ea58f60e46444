import { EnforcementLevel, PolicySeverity } from "@pulumi/pulumi/proto/analyzer_pb";
import type { RuleSeverity, Verdict } from "../../document";

export type Level = Verdict["level"];

const LEVELS: readonly (readonly [EnforcementLevel, Level])[] = [
  [EnforcementLevel.ADVISORY, "advisory"],
  [EnforcementLevel.MANDATORY, "mandatory"],
  [EnforcementLevel.REMEDIATE, "remediate"],
  [EnforcementLevel.DISABLED, "disabled"],
];

const SEVERITIES: ReadonlyMap<PolicySeverity, RuleSeverity> = new Map([
  [PolicySeverity.POLICY_SEVERITY_LOW, "low"],
  [PolicySeverity.POLICY_SEVERITY_MEDIUM, "medium"],
  [PolicySeverity.POLICY_SEVERITY_HIGH, "high"],
  [PolicySeverity.POLICY_SEVERITY_CRITICAL, "critical"],
]);

/** The names of the enforcement levels, as pack configurations write them. */
export const levelNames: readonly Level[] = LEVELS.map(([, name]) => name);

export function isLevel(value: unknown): value is Level {
  return levelNames.some((name) => name === value);
}

export function levelOf(code: EnforcementLevel): Level {
  return LEVELS.find(([level]) => level === code)?.[1] ?? "advisory";
}

export function levelCode(level: Level): EnforcementLevel {
  return LEVELS.find(([, name]) => name === level)?.[0] ?? EnforcementLevel.ADVISORY;
}

export function severityOf(code: PolicySeverity): RuleSeverity {
  return SEVERITIES.get(code) ?? "unspecified";
}
