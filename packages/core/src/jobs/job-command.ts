/** The commands of `ringfence-operations`. The value is what is typed. */
export const JobCommand = {
  /** Renews what an expiry event names. */
  Rotate: "rotate",
  /** Looks at everything in the vault and renews what is too old. */
  SweepSecrets: "sweep-secrets",
  /** Replaces a leaked key at once. */
  Revoke: "revoke",
  /** Lists what the vault holds and how old it is. */
  Inventory: "inventory",
  /** Computes service levels and burn rates. */
  EvaluateLevels: "evaluate-levels",
  /** Turns alerts into incidents and sees them through. */
  RouteIncidents: "route-incidents",
  /** Lists the registry of actions. */
  Actions: "actions",
  /** Checks the audit. */
  Audit: "audit",
  /** Asks for, gives and lists approvals. */
  Approvals: "approvals",
  /** Stops everything. */
  Stop: "stop",
  /** Lets everything run again. */
  Resume: "resume",
} as const;
export type JobCommand = (typeof JobCommand)[keyof typeof JobCommand];
