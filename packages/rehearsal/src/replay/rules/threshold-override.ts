import type { ThresholdRule } from "../evaluation";

/** Rules with other thresholds, by the alert's id or the rule's name; and the ids that no rule has. */
export function overrideThresholds(
  rules: readonly ThresholdRule[],
  overrides: Readonly<Record<string, number>>,
): { rules: ThresholdRule[]; unknown: string[] } {
  const ids = new Set(rules.flatMap(({ alert, name }) => [alert, name]));
  return {
    rules: rules.map((rule) => ({
      ...rule,
      threshold: overrides[rule.name] ?? overrides[rule.alert] ?? rule.threshold,
    })),
    unknown: Object.keys(overrides).filter((id) => !ids.has(id)),
  };
}
