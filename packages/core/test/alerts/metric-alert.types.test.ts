import {
  type ActivityLogAlertRow,
  type AlertId,
  activityLogAlert,
  logAlert,
  type MetricAlertRow,
  metricAlert,
} from "@ringfence/core/alerts";

const perRing = <T>(value: T) => ({ sandbox: value, dev: value, test: value, prod: value });
const facts = {
  asks: "Are callers turned away?",
  fires: { over: perRing(20), because: "judgement" },
  unit: "requests",
  severity: perRing("Sev2" as const),
  noData: "quiet",
  runbook: "quota-exhaustion",
  requirements: ["OE-R4"],
  needsTraffic: true,
  window: "PT5M",
  every: "PT1M",
} as const;
const account = {
  ...facts,
  id: "callers-turned-away",
  service: "Microsoft.CognitiveServices/accounts",
  metric: "AzureOpenAIRequests",
  aggregation: "Total",
} as const;

const vault = { ...facts, id: "vault-hits", service: "Microsoft.KeyVault/vaults", metric: "ServiceApiHit" } as const;

test("a right alert compiles and keeps what it states", () => {
  const row: MetricAlertRow = metricAlert({
    ...account,
    where: { StatusCode: ["429"] },
    splitBy: ["ModelDeploymentName"],
  });
  expect(row).toEqual({
    ...account,
    kind: "metric",
    where: { StatusCode: ["429"] },
    splitBy: ["ModelDeploymentName"],
  });
  expect(metricAlert(account)).toMatchObject({ where: {}, splitBy: [] });
});

/** Never called: the compiler is the test, and an error that is gone fails the type check. */
export function wrongAlerts(): void {
  // @ts-expect-error no such metric
  metricAlert({ ...account, metric: "AzureOpenAIRequest" });
  // @ts-expect-error Microsoft says not to use it for Azure OpenAI
  metricAlert({ ...account, metric: "TotalCalls" });
  // @ts-expect-error deprecated
  metricAlert({ ...account, metric: "AzureOpenAIProvisionedManagedUtilization", aggregation: "Average" });
  // @ts-expect-error the metric of another service
  metricAlert({ ...account, metric: "SaturationShoebox", aggregation: "Average" });
  // @ts-expect-error a service without a metric table
  metricAlert({ ...account, service: "Microsoft.Web/sites" });
  // @ts-expect-error the metric offers Total only
  metricAlert({ ...account, aggregation: "Average" });
  // @ts-expect-error Key Vault counts, it does not average (the published baseline gets this wrong)
  metricAlert({ ...vault, aggregation: "Average" });
  // @ts-expect-error no such dimension to split by
  metricAlert({ ...account, splitBy: ["DeploymentName"] });
  // @ts-expect-error no such dimension to filter by
  metricAlert({ ...account, where: { Status: ["429"] } });
  // @ts-expect-error a filter that lets nothing through
  metricAlert({ ...account, where: { StatusCode: [] } });
  // @ts-expect-error a window that metric alerts do not take
  metricAlert({ ...account, window: "PT10M" });
  // @ts-expect-error evaluated less often than the window, so that values go unseen
  metricAlert({ ...account, window: "PT5M", every: "PT15M" });
  // @ts-expect-error no such runbook
  metricAlert({ ...account, runbook: "call-somebody" });
  // @ts-expect-error one ring has no threshold
  metricAlert({ ...account, fires: { over: { sandbox: 1, dev: 1, test: 1 }, because: "judgement" } });
  // @ts-expect-error a threshold without its reason
  metricAlert({ ...account, fires: { over: perRing(20) } });
  // @ts-expect-error one ring has no severity
  metricAlert({ ...account, severity: { prod: "Sev1" } });
  // @ts-expect-error nobody said what happens without data
  metricAlert({ ...account, noData: undefined });
  // @ts-expect-error a metric alert cannot see that a metric is gone
  metricAlert({ ...account, noData: "fires" });
  // @ts-expect-error no such requirement
  metricAlert({ ...account, requirements: ["OE-R16"] });
}

const log = { ...facts, id: "share", service: account.service, query: "T | project Share", measure: "Share" } as const;

/** Never called: the compiler is the test. */
export function wrongLogAlerts(): void {
  logAlert({ ...log, aggregation: "Maximum", window: "PT45M", every: "PT1M", noData: "fires" });
  // @ts-expect-error a window that only metric alerts take
  logAlert({ ...log, aggregation: "Maximum", window: "PT12H", every: "PT1H" });
  // @ts-expect-error no log alert looks back one minute
  logAlert({ ...log, aggregation: "Maximum", window: "PT1M", every: "PT1M" });
  // @ts-expect-error nothing is evaluated every two days
  logAlert({ ...log, aggregation: "Maximum", window: "P2D", every: "P2D" });
  // @ts-expect-error no such runbook
  logAlert({ ...log, aggregation: "Maximum", runbook: "call-somebody" });
  // @ts-expect-error the column that is compared is not named
  logAlert({ ...log, aggregation: "Maximum", measure: undefined });
}

const event = {
  id: "vault-deleted",
  asks: "Has somebody deleted a vault?",
  service: "Microsoft.Resources/resourceGroups",
  category: "Administrative",
  where: { operationName: ["Microsoft.KeyVault/vaults/delete"], status: ["Succeeded"] },
  because: "its secrets are gone",
  severity: perRing("Sev1" as const),
  noData: "quiet",
  runbook: "critical-resource-deleted",
  requirements: ["OE-R10"],
  needsTraffic: false,
} as const;

test("a right activity log alert compiles and keeps what it states", () => {
  const row: ActivityLogAlertRow = activityLogAlert(event);
  expect(row).toEqual({ ...event, kind: "activityLog" });
});

/** Never called: the compiler is the test. */
export function wrongActivityLogAlerts(): void {
  // @ts-expect-error a field that another category has
  activityLogAlert({ ...event, where: { "properties.incidentType": ["Incident"] } });
  // @ts-expect-error a field that lets nothing through
  activityLogAlert({ ...event, where: { operationName: [] } });
  // @ts-expect-error no such category
  activityLogAlert({ ...event, category: "Autoscale" });
  // @ts-expect-error activity is watched on a resource group or a subscription
  activityLogAlert({ ...event, service: "Microsoft.KeyVault/vaults" });
  // @ts-expect-error no event is nothing to speak up about
  activityLogAlert({ ...event, noData: "fires" });
  // @ts-expect-error no such runbook
  activityLogAlert({ ...event, runbook: "call-somebody" });
  // @ts-expect-error a metric that Microsoft warns against, in the other services too
  metricAlert({ ...account, service: "Microsoft.ApiManagement/service", metric: "FailedRequests" });
  // @ts-expect-error Cosmos DB's latency is announced to be removed
  metricAlert({ ...account, service: "Microsoft.DocumentDB/databaseAccounts", metric: "ServerSideLatency" });
  // @ts-expect-error a fact that no resource has
  metricAlert({ ...account, appliesWhen: { isBig: true } });
  // @ts-expect-error an alert that the catalogue does not have
  const unknown: AlertId = "vault-on-fire";
  expect(unknown).toBe("");
}
