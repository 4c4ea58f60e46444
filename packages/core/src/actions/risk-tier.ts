/** How much an action may harm, and so who may decide on it. */
export const RiskTier = {
  /** Changes nothing: always allowed, also while automation is stopped. */
  Read: "read",
  /** A job may do it by itself. */
  Low: "low",
  /** A person asks for it by name and gives a reason. */
  Medium: "medium",
  /** A second person approves exactly this, beforehand and once. */
  High: "high",
} as const;
export type RiskTier = (typeof RiskTier)[keyof typeof RiskTier];
