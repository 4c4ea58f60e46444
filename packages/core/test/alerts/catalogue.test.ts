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

test("an account of OpenAI's models alone gets no alert on the metrics of other models, and the other way round", () => {
  const ids = (facts: Partial<ResourceFacts>) =>
    alertsFor("Microsoft.CognitiveServices/accounts")
      .filter(({ appliesWhen }) => applies(appliesWhen, { ...usualFacts, ...facts }))
      .map(({ id }) => id);
  expect(ids({}).filter((id) => id.startsWith("other-"))).toEqual([]);
  expect(ids({ hasOpenAiModels: false, hasOtherModels: true })).toEqual([
    "model-turned-away-share",
    "model-slow-tail",
    "content-filter-spike",
    "jailbreak-attempts",
    "other-model-unavailable",
    "other-model-server-errors",
    "other-model-callers-turned-away",
    "other-model-slow-to-respond",
    "other-model-slow-to-finish",
  ]);
  expect(ids({})).not.toContain("spillover-share");
  expect(ids({ hasSpillover: true })).toContain("spillover-share");
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
  expect(silent.map(({ id, kind }) => [id, kind])).toEqual([
    ["job-not-run", "log"],
    ["rotation-sweep-dead", "log"],
  ]);
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
