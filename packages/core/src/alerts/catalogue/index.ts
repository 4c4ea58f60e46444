import type { RunbookId } from "../../runbooks";
import type { AlertRow, WatchedService } from "../alert-row";
import * as agents from "./agent-alerts";
import * as applications from "./application-alerts";
import * as containerApps from "./container-app-alerts";
import * as cosmos from "./cosmos-alerts";
import * as evaluations from "./evaluation-alerts";
import * as events from "./event-alerts";
import * as gateways from "./gateway-alerts";
import * as incidents from "./incident-alerts";
import * as jobs from "./job-alerts";
import * as keyVaults from "./key-vault-alerts";
import * as levels from "./level-alerts";
import * as mlEndpoints from "./ml-endpoint-alerts";
import * as mlWorkspaces from "./ml-workspace-alerts";
import * as modelAvailability from "./model-availability-alerts";
import * as modelLatency from "./model-latency-alerts";
import * as modelQuota from "./model-quota-alerts";
import * as modelSafety from "./model-safety-alerts";
import * as platform from "./platform-alerts";
import * as provisionedThroughput from "./provisioned-throughput-alerts";
import * as ring from "./ring-alerts";
import * as rotation from "./rotation-alerts";
import * as search from "./search-alerts";
import * as storage from "./storage-alerts";
import * as telemetry from "./telemetry-alerts";

/** The alerts that any resource of a watched type gets. Every export of these files is a row. */
const serviceFiles = [
  modelAvailability,
  modelQuota,
  modelLatency,
  provisionedThroughput,
  modelSafety,
  agents,
  mlEndpoints,
  mlWorkspaces,
  gateways,
  search,
  keyVaults,
  containerApps,
  jobs,
  events,
  applications,
  evaluations,
  telemetry,
  storage,
  cosmos,
  platform,
] as const;

/** The alerts that only the parts of a secret rotation get; its jobs have stricter ones than other jobs. */
const rotationFiles = [rotation] as const;

/** The alerts that IncidentRouting makes of its own job, and of what Azure announces. */
const incidentFiles = [incidents] as const;

/** The alerts that ServiceLevels makes of what its evaluator finds, and of the evaluator itself. */
const levelFiles = [levels] as const;

/** The alerts that every ring makes for itself. */
const ringFiles = [ring] as const;

type RowOf<Files extends readonly object[]> = { [I in keyof Files]: Files[I][keyof Files[I]] }[number] & AlertRow;

/** The id of an alert of the catalogue. */
export type AlertId = RowOf<
  typeof serviceFiles | typeof rotationFiles | typeof incidentFiles | typeof levelFiles | typeof ringFiles
>["id"];

/** The rows of some files, in their order; those of one file by their ids, because a module has no order. */
function rowsOf(files: readonly object[]): readonly AlertRow[] {
  return files.flatMap((file) =>
    Object.values(file as Record<string, AlertRow>).sort((one, other) => (one.id < other.id ? -1 : 1)),
  );
}

const serviceRows = rowsOf(serviceFiles);

/** Every alert of the catalogue, by id. */
export const alerts = Object.fromEntries(
  [...serviceRows, ...rowsOf(rotationFiles), ...rowsOf(incidentFiles), ...rowsOf(levelFiles), ...rowsOf(ringFiles)].map(
    (row) => [row.id, row],
  ),
) as Readonly<Record<AlertId, AlertRow>>;

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

export {
  azureMaintenancePlanned,
  azureSecurityAdvisory,
  incidentNotTaken,
  incidentReviewOverdue,
  incidentRouterSilent,
} from "./incident-alerts";
export { jobFailed, jobNotRun } from "./job-alerts";
export { levelBurning, levelEvaluatorSilent, levelReviewDue, levelWithoutData } from "./level-alerts";
export { serviceHealth } from "./ring-alerts";
export { rotationEventsLost, rotationFailed, rotationSweepDead, secretNearExpiry } from "./rotation-alerts";
