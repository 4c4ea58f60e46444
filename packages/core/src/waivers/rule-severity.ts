/** How much harm a violated rule can do; Pulumi's words. */
export const RuleSeverity = { Low: "low", Medium: "medium", High: "high", Critical: "critical" } as const;
export type RuleSeverity = (typeof RuleSeverity)[keyof typeof RuleSeverity];

/**
 * Days that a waiver of a rule may still run, by the rule's severity. 366 is what PSRule.Rules.Azure allows
 * (AZURE_POLICY_WAIVER_MAX_EXPIRY); the shorter ones are a judgement: the worse the harm, the sooner somebody looks again.
 */
export const longestWaiverDays: Readonly<Record<RuleSeverity, number>> = {
  low: 366,
  medium: 180,
  high: 90,
  critical: 30,
};
