import type { RunbookId } from "../../runbooks";
import type { AlertRow } from "../alert-row";
import type { MonitoredService } from "../metrics";
import * as jobs from "./job-alerts";
import * as keyVault from "./key-vault-alerts";
import * as models from "./model-alerts";
import * as rotation from "./rotation-alerts";
import * as search from "./search-alerts";

/** The alerts that any resource of a watched type gets. */
const serviceRows = [
  models.modelUnavailable,
  models.modelCallersTurnedAway,
  models.modelTurnedAwayShare,
  models.modelSlowToRespond,
  models.modelSlowToFinish,
  models.provisionedThroughputSaturated,
  models.contentFilterSpike,
  search.searchThrottled,
  search.searchSlow,
  keyVault.keyVaultUnavailable,
  keyVault.keyVaultSaturated,
  keyVault.keyVaultAccessDenied,
  jobs.jobFailed,
  jobs.jobNotRun,
] as const;

/** The alerts that only the parts of a secret rotation get; its jobs have stricter ones than other jobs. */
const rotationRows = [
  rotation.secretNearExpiry,
  rotation.rotationFailed,
  rotation.rotationSweepDead,
  rotation.rotationEventsLost,
] as const;

/** The id of an alert of the catalogue. */
export type AlertId = (typeof serviceRows)[number]["id"] | (typeof rotationRows)[number]["id"];

/** Every alert of the catalogue, by id. */
export const alerts = Object.fromEntries(
  [...serviceRows, ...rotationRows].map((row) => [row.id, row]),
) as unknown as Readonly<Record<AlertId, AlertRow>>;

/** The alerts that any resource of a type gets. */
export function alertsFor(service: MonitoredService): readonly AlertRow[] {
  return serviceRows.filter((row) => row.service === service);
}

/** The alerts that lead to a runbook. */
export function alertsServedBy(runbook: RunbookId): readonly AlertRow[] {
  return Object.values(alerts).filter((row) => row.runbook === runbook);
}

export { jobFailed, jobNotRun } from "./job-alerts";
export { rotationEventsLost, rotationFailed, rotationSweepDead, secretNearExpiry } from "./rotation-alerts";
