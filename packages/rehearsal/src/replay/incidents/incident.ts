import type { AlertId } from "@ringfence/core/alerts";
import type { BurnSeverity, BurnSpeed } from "@ringfence/core/levels";
import type { Severity } from "@ringfence/core/severities";
import type { Lever } from "../telemetry";

/** Something that goes wrong, as the replay plays it. */
export interface Incident {
  id: string;
  /** What happens, in one sentence. */
  what: string;
  severity: Severity;
  /** What people would see of it. */
  shows: string;
  /** Where its numbers come from. */
  because: string;
  /**
   * The time at which it starts: `09:57`. All start three minutes before the hour, the worst moment: what the
   * evaluation on the hour can see ends there, so that rules of every frequency see nothing until their next one.
   */
  startsAt: string;
  /** Whether that is in UTC, as for what scheduled jobs do; the users' local time where left out. */
  inUtc?: boolean;
  /** Minutes from the start to the end. */
  minutes: number;
  /** Minutes until it has its full strength; 0 for what breaks at once. */
  rampMinutes: number;
  /** For what comes and goes: minutes on, and minutes off. */
  flaps?: { on: number; off: number };
  changes: readonly Change[];
  /** The alerts that are there to see it: of the catalogue, and burn-rate alerts of service levels. */
  detectedBy: readonly (AlertId | BurnAlertId)[];
  /** What a program must have for it to happen there. */
  needs: string;
}

/** The ids of burn-rate alerts, as ServiceLevels gives them. */
export type BurnAlertId = `burn-${BurnSeverity}-${BurnSpeed}`;

/** What it does to the simulated service. */
export interface Change {
  lever: Lever;
  /** The factor, share or amount at full strength. */
  value: number;
  /** Only deployments of this kind; every one where left out. */
  deployments?: "chat" | "embeddings";
  /** Minutes before the incident's start at which it sets in, where the start is the moment when it begins to matter. */
  leadMinutes?: number;
}

/** What incidents need: resource types, and one property of model deployments. */
export const Needs = {
  Models: "Microsoft.CognitiveServices/accounts",
  Provisioned: "provisioned throughput",
  Search: "Microsoft.Search/searchServices",
  Vault: "Microsoft.KeyVault/vaults",
  Jobs: "Microsoft.App/jobs",
  Events: "Microsoft.EventGrid/systemTopics",
  Logs: "Microsoft.OperationalInsights/workspaces",
  Telemetry: "Microsoft.Insights/components",
  Gateway: "Microsoft.ApiManagement/service",
  Endpoints: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints",
  Agents: "Microsoft.CognitiveServices/accounts/projects",
} as const;
