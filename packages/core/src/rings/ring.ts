import type { Severity } from "../severities";
import type { NetworkMode, RingName } from "./ring-name";

/** What has to happen before a change reaches a ring. */
export const ChangeGate = {
  /** Anybody who may deploy to the ring deploys. */
  None: "none",
  /** A second person has read the change. */
  Review: "review",
  /** Reviewed, and security scan, evaluation and cost estimate have passed. */
  Checks: "checks",
  /** All checks, and a named person has approved the promotion. */
  Approval: "approval",
} as const;
export type ChangeGate = (typeof ChangeGate)[keyof typeof ChangeGate];

/** How the policy packs treat a violation: say it, or stop the deployment. */
export const PolicyLevel = { Advisory: "advisory", Mandatory: "mandatory" } as const;
export type PolicyLevel = (typeof PolicyLevel)[keyof typeof PolicyLevel];

/** When the budget speaks up, and how loudly. */
export interface BudgetThreshold {
  /** Percent of the monthly budget. */
  percent: number;
  /** Whether money already spent or the month's forecast is compared. */
  of: "Actual" | "Forecasted";
  /** The severity whose receivers are told. */
  severity: Severity;
}

/** What a user changes in one ring's row; whatever is left out stays as the row says. */
export interface RingOverrides {
  /** How resources are reached: private or closed. */
  network?: NetworkMode;
  /** Whether preview API versions, models and features may be used. */
  previewsAllowed?: boolean;
  /** Whether deleted vaults cannot be purged before their retention ends. */
  purgeProtection?: boolean;
  /** Whether the resource group is locked against deletion. */
  deleteLock?: boolean;
  /** Replicas that a service in this ring runs at least, 1 to 1000; 2 survives the loss of one. */
  minimumReplicas?: number;
  /** Days that logs are kept, 30 to 730. */
  logRetentionDays?: number;
  /** Days after which a secret must have been rotated; never over 90. */
  secretMaximumAgeDays?: number;
  /** Whether model versions must be pinned and their upgrade policy stated. */
  pinsModelVersions?: boolean;
}

/**
 * What a ring's row decides and a user may override. Made from the overrides, and not they from it, because Pulumi's
 * schema analyser reads written-out properties only.
 */
export type RingSettings = Required<RingOverrides>;

/** One environment ring: one row decides everything that differs between rings. */
export interface Ring extends RingSettings {
  name: RingName;
  /** What the ring is for. */
  purpose: string;
  /** Who may deploy to it. */
  deployers: string;
  /** When the budget speaks up; at most five, Azure's limit. */
  budgetThresholds: readonly BudgetThreshold[];
  /** What happens when the budget is spent. */
  budgetBehaviour: string;
  /** What has to happen before a change reaches this ring. */
  changeGate: ChangeGate;
  /** Severities that must have a receiver before the ring can be created. */
  requiredReceivers: readonly Severity[];
  /** Where an alert goes whose row names no severity for this ring. */
  defaultAlertSeverity: Severity;
  /** How the policy packs treat a violation, unless their configuration says otherwise. */
  policyLevel: PolicyLevel;
}
