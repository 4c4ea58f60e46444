import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type AlertId,
  alertRowProblems,
  alerts,
  alertsFor,
  alertsServedBy,
  applies,
  metricTables,
  type ResourceFacts,
  usualFacts,
  watchedServices,
} from "@ringfence/core/alerts";
import { runbooks } from "@ringfence/core/runbooks";

const rows = Object.values(alerts);

test("every alert of the catalogue can be deployed: look-back, windows, thresholds that tighten from ring to ring", () => {
  expect(rows.flatMap((row) => alertRowProblems(row).map((problem) => ({ alert: row.id, ...problem })))).toEqual([]);
});

test("ids are distinct and lead to their rows", () => {
  for (const [id, row] of Object.entries(alerts)) expect(row.id).toBe(id);
});

/** What the catalogue must answer of a model deployment, whoever made the model. */
test.each<[string, AlertId[]]>([
  ["availability", ["model-unavailable", "other-model-unavailable"]],
  ["share of 429", ["model-turned-away-share"]],
  ["429 within minutes", ["model-callers-turned-away", "other-model-callers-turned-away"]],
  ["5xx", ["model-server-errors", "other-model-server-errors"]],
  ["time to response", ["model-slow-to-respond", "other-model-slow-to-respond"]],
  ["time to last token", ["model-slow-to-finish", "other-model-slow-to-finish"]],
  ["time between tokens", ["model-slow-between-tokens", "other-model-slow-between-tokens"]],
  ["tokens per second", ["model-few-tokens-per-second", "other-model-few-tokens-per-second"]],
  ["P95 latency", ["model-slow-tail"]],
  ["utilisation", ["provisioned-throughput-saturated", "other-model-provisioned-throughput-saturated"]],
  ["spillover share", ["spillover-share"]],
  ["content filter", ["content-filter-spike"]],
  ["jailbreaks", ["jailbreak-attempts"]],
  ["cache", ["prompt-cache-collapsed"]],
])("%s of models has alerts, each per deployment", (_, ids) => {
  for (const id of ids) {
    const row = alerts[id];
    const first = row.kind === "metric" || row.kind === "log" ? row.splitBy[0] : undefined;
    expect([id, first]).toEqual([id, expect.stringMatching(/^(ModelDeploymentName|Deployment)$/)]);
  }
});

/** What the catalogue must watch beside models. */
test.each<[string, AlertId[]]>([
  ["agents", ["agent-runs-failing", "agent-responses-failing"]],
  ["online endpoints", ["ml-endpoint-errors", "ml-endpoint-failing-share", "ml-endpoint-slow"]],
  ["online deployments", ["ml-deployment-cpu-full", "ml-deployment-memory-full"]],
  ["ML workspaces", ["ml-quota-nearly-used", "ml-model-deploy-failed"]],
  ["API Management", ["gateway-failing-share", "gateway-saturated", "gateway-cpu-saturated"]],
  ["AI Search", ["search-slow", "search-throttled", "search-index-growing", "search-vectors-growing"]],
  ["Key Vault", ["key-vault-unavailable", "key-vault-access-denied"]],
  ["Container Apps and jobs", ["container-restarting", "container-app-down", "job-failed", "job-not-run"]],
  ["Event Grid", ["events-not-published", "events-dropped", "event-delivery-failing"]],
  ["Application Insights", ["application-failing-share", "dependency-failing-share"]],
  ["Storage and Cosmos DB", ["storage-unavailable", "storage-throttled", "cosmos-throttled", "cosmos-unavailable"]],
  ["health of Azure", ["service-health", "resource-unhealthy"]],
  ["changes", ["critical-resource-deleted", "access-changed", "diagnostics-removed"]],
  ["the bill and telemetry", ["budget-burn", "ingestion-cap", "telemetry-silence"]],
])("%s have alerts", (_, ids) => {
  for (const id of ids) expect(Object.keys(alerts)).toContain(id);
});

test("what wakes somebody in prod is what users notice, what cannot be undone, or what blinds all other alerts", () => {
  const pages = watchedServices
    .flatMap((service) => alertsFor(service))
    .filter(({ severity }) => severity.prod === "Sev0" || severity.prod === "Sev1");
  expect(pages.map(({ id }) => id)).toEqual([
    "model-down",
    "model-failing-at-low-traffic",
    "model-unavailable",
    "other-model-down",
    "other-model-failing-at-low-traffic",
    "other-model-unavailable",
    "model-callers-turned-away",
    "other-model-callers-turned-away",
    "ml-endpoint-failing-share",
    "gateway-failing-share",
    "key-vault-unavailable",
    "container-app-down",
    "application-failing-share",
    "answers-fail-evaluation",
    "telemetry-silence",
    "critical-resource-deleted",
    "private-endpoint-removed",
  ]);
  const inDev = rows.filter(({ severity }) => severity.dev === "Sev0" || severity.dev === "Sev1");
  expect(inDev).toEqual([]);
});

test("alerts on previews are those on agents, and are marked", () => {
  const previews = rows.filter(({ preview }) => preview).map(({ service }) => service);
  expect(new Set(previews)).toEqual(new Set(["Microsoft.CognitiveServices/accounts/projects"]));
  expect(previews).toHaveLength(alertsFor("Microsoft.CognitiveServices/accounts/projects").length);
});

test("an account of OpenAI's models alone gets no alert on the metrics of other models, and the other way round", () => {
  const ids = (facts: Partial<ResourceFacts>) =>
    alertsFor("Microsoft.CognitiveServices/accounts")
      .filter(({ appliesWhen }) => applies(appliesWhen, { ...usualFacts, ...facts }))
      .map(({ id }) => id);
  expect(ids({}).filter((id) => id.startsWith("other-"))).toEqual([]);
  expect(ids({ hasOpenAiModels: false, hasOtherModels: true })).toEqual([
    "other-model-down",
    "other-model-server-errors",
    "other-model-unavailable",
    "model-turned-away-share",
    "other-model-callers-turned-away",
    "model-slow-tail",
    "other-model-slow-to-finish",
    "other-model-slow-to-respond",
    "content-filter-spike",
    "jailbreak-attempts",
  ]);
  expect(ids({})).not.toContain("spillover-share");
  expect(ids({ hasSpillover: true })).toContain("spillover-share");
});

test("an account with low traffic has its failures counted, and no alert on an availability rate", () => {
  const availability = (facts: Partial<ResourceFacts>) =>
    alertsFor("Microsoft.CognitiveServices/accounts")
      .filter(
        ({ runbook, appliesWhen }) =>
          runbook === "model-unavailable" && applies(appliesWhen, { ...usualFacts, ...facts }),
      )
      .map(({ id }) => id);
  expect(availability({ hasOtherModels: true, hasLowTraffic: true })).toEqual([
    "model-failing-at-low-traffic",
    "model-server-errors",
    "other-model-failing-at-low-traffic",
    "other-model-server-errors",
  ]);
  expect(availability({ hasOtherModels: true })).toEqual([
    "model-down",
    "model-server-errors",
    "model-unavailable",
    "other-model-down",
    "other-model-server-errors",
    "other-model-unavailable",
  ]);
});

test("no alert uses a metric that Microsoft warns against", () => {
  for (const row of rows)
    if (row.kind === "metric") expect(Object.keys(metricTables[row.service].refused)).not.toContain(row.metric);
  expect(Object.keys(metricTables["Microsoft.CognitiveServices/accounts"].refused)).toEqual(
    expect.arrayContaining(["TotalCalls", "ServerErrors", "Latency", "AzureOpenAIProvisionedManagedUtilization"]),
  );
});

test("an alert that silence must fire is a log alert that counts silence", () => {
  const silent = rows.filter(({ noData }) => noData === "fires");
  expect(new Set(silent.map(({ kind }) => kind))).toEqual(new Set(["log"]));
  expect(silent.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["job-not-run", "rotation-sweep-dead", "telemetry-silence", "telemetry-missing"]),
  );
});

test("the parts of a rotation have stricter alerts than other jobs, and no service gets both", () => {
  expect(alerts["rotation-failed"].severity.prod).toBe("Sev1");
  expect(alerts["job-failed"].severity.prod).toBe("Sev2");
  expect(alertsFor("Microsoft.App/jobs").map(({ id }) => id)).toEqual(["job-failed", "job-not-run"]);
});

test("every runbook is opened by an alert or says what else opens it", () => {
  for (const { id, openedBy } of Object.values(runbooks))
    expect([id, alertsServedBy(id).length > 0 || openedBy !== ""]).toEqual([id, true]);
});

/** The collected metric pages, where they lie beside the repository; they are not part of a clone. */
const collected = join(__dirname, "../../../../../shared/azure-metrics");

test("the metric tables say what the collected pages say", () => {
  if (!existsSync(collected)) {
    console.log("not compared: the collected metric pages are not beside this clone");
    return;
  }
  for (const [namespace, table] of Object.entries(metricTables)) {
    const file = join(collected, `${namespace.replaceAll("/", ".")}.json`);
    const page = JSON.parse(readFileSync(file, "utf8")) as { metrics: { name: string; aggregations: string[] }[] };
    const names = [...Object.keys(table.metrics), ...Object.keys(table.refused)];
    expect(names.sort()).toEqual(page.metrics.map(({ name }) => name).sort());
    const offered = new Map(page.metrics.map(({ name, aggregations }) => [name, aggregations]));
    for (const [name, { aggregations }] of Object.entries(table.metrics))
      expect([name, aggregations]).toEqual([name, offered.get(name)]);
  }
});
