import type { RunbookId } from "../../runbooks";
import type { AlertRow, WatchedService } from "../alert-row";
import { budgetBurn } from "./budget-alerts";
import * as jobs from "./job-alerts";
import * as keyVault from "./key-vault-alerts";
import * as availability from "./model-availability-alerts";
import * as latency from "./model-latency-alerts";
import * as quota from "./model-quota-alerts";
import * as safety from "./model-safety-alerts";
import * as platform from "./platform-alerts";
import * as throughput from "./provisioned-throughput-alerts";
import * as rotation from "./rotation-alerts";
import * as search from "./search-alerts";

/** The alerts that any resource of a watched type gets. */
const serviceRows = [
  availability.modelUnavailable,
  availability.modelServerErrors,
  quota.modelCallersTurnedAway,
  quota.modelTurnedAwayShare,
  latency.modelSlowToRespond,
  latency.modelSlowToFinish,
  latency.modelSlowBetweenTokens,
  latency.modelFewTokensPerSecond,
  latency.modelSlowTail,
  throughput.provisionedThroughputSaturated,
  throughput.promptCacheCollapsed,
  quota.spilloverShare,
  safety.contentFilterSpike,
  safety.jailbreakAttempts,
  availability.otherModelUnavailable,
  availability.otherModelServerErrors,
  quota.otherModelCallersTurnedAway,
  latency.otherModelSlowToRespond,
  latency.otherModelSlowToFinish,
  latency.otherModelSlowBetweenTokens,
  latency.otherModelFewTokensPerSecond,
  throughput.otherModelProvisionedThroughputSaturated,
  search.searchThrottled,
  search.searchSlow,
  keyVault.keyVaultUnavailable,
  keyVault.keyVaultSaturated,
  keyVault.keyVaultAccessDenied,
  jobs.jobFailed,
  jobs.jobNotRun,
  platform.deploymentRetirement,
  platform.resourceUnhealthy,
  platform.criticalResourceDeleted,
  platform.accessChanged,
  platform.diagnosticsRemoved,
  platform.privateEndpointRemoved,
] as const;

/** The alerts that only the parts of a secret rotation get; its jobs have stricter ones than other jobs. */
const rotationRows = [
  rotation.secretNearExpiry,
  rotation.rotationFailed,
  rotation.rotationSweepDead,
  rotation.rotationEventsLost,
] as const;

/** The alerts that every ring makes for itself. */
const ringRows = [platform.serviceHealth, budgetBurn] as const;

/** The id of an alert of the catalogue. */
export type AlertId =
  | (typeof serviceRows)[number]["id"]
  | (typeof rotationRows)[number]["id"]
  | (typeof ringRows)[number]["id"];

/** Every alert of the catalogue, by id. */
export const alerts = Object.fromEntries(
  [...serviceRows, ...rotationRows, ...ringRows].map((row) => [row.id, row]),
) as unknown as Readonly<Record<AlertId, AlertRow>>;

/** The resource types that have alerts of their own. */
export const watchedServices: readonly WatchedService[] = [...new Set(serviceRows.map((row) => row.service))];

/** The alerts that any resource of a type gets. */
export function alertsFor(service: WatchedService): readonly AlertRow[] {
  return serviceRows.filter((row) => row.service === service);
}

/** The alerts that lead to a runbook. */
export function alertsServedBy(runbook: RunbookId): readonly AlertRow[] {
  return Object.values(alerts).filter((row) => row.runbook === runbook);
}

export { jobFailed, jobNotRun } from "./job-alerts";
export { serviceHealth } from "./platform-alerts";
export { rotationEventsLost, rotationFailed, rotationSweepDead, secretNearExpiry } from "./rotation-alerts";
