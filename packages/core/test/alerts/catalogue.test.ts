import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type AlertId,
  alertRowProblems,
  alerts,
  alertsFor,
  alertsServedBy,
  metricTables,
} from "@ringfence/core/alerts";
import { runbooks } from "@ringfence/core/runbooks";

const rows = Object.values(alerts);

test("every alert of the catalogue can be deployed: look-back, windows, thresholds that tighten from ring to ring", () => {
  expect(rows.flatMap((row) => alertRowProblems(row).map((problem) => ({ alert: row.id, ...problem })))).toEqual([]);
});

test("ids are distinct and lead to their rows", () => {
  for (const [id, row] of Object.entries(alerts)) expect(row.id).toBe(id);
  const expected: AlertId[] = [
    "model-unavailable",
    "model-callers-turned-away",
    "model-turned-away-share",
    "model-slow-to-respond",
    "model-slow-to-finish",
    "provisioned-throughput-saturated",
    "content-filter-spike",
    "search-throttled",
    "search-slow",
    "key-vault-unavailable",
    "key-vault-saturated",
    "key-vault-access-denied",
    "job-failed",
    "job-not-run",
    "secret-near-expiry",
    "rotation-failed",
    "rotation-sweep-dead",
    "rotation-events-lost",
  ];
  expect(Object.keys(alerts)).toEqual(expected);
});

test("what watches model deployments judges each deployment by itself", () => {
  const perDeployment = alertsFor("Microsoft.CognitiveServices/accounts").map(({ id, splitBy }) => [id, splitBy[0]]);
  for (const [id, first] of perDeployment)
    expect([id, first]).toEqual([id, expect.stringMatching(/^(ModelDeploymentName|Deployment)$/)]);
  expect(perDeployment).toHaveLength(7);
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
