import type { AlertId } from "@ringfence/core/alerts";
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
  /** The users' local time at which it starts: `10:00`. */
  startsAt: string;
  /** Minutes from the start to the end. */
  minutes: number;
  /** Minutes until it has its full strength; 0 for what breaks at once. */
  rampMinutes: number;
  /** For what comes and goes: minutes on, and minutes off. */
  flaps?: { on: number; off: number };
  changes: readonly Change[];
  /** The catalogue's alerts that are there to see it. */
  detectedBy: readonly AlertId[];
  /** The resource type that a program must have for it to happen there. */
  needs: string;
}

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

/** Resource types that incidents need. */
export const Needs = {
  Models: "Microsoft.CognitiveServices/accounts",
  Search: "Microsoft.Search/searchServices",
  Vault: "Microsoft.KeyVault/vaults",
  Jobs: "Microsoft.App/jobs",
  Events: "Microsoft.EventGrid/systemTopics",
} as const;
