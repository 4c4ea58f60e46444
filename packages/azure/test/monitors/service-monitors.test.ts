import { alertsFor, type MonitoredService, watchedServices } from "@ringfence/core/alerts";
import { ringNames } from "@ringfence/core/rings";
import { runbooks } from "@ringfence/core/runbooks";
import type { AlertOverrideArgs } from "../../src/monitors/alert-override";
import { ServiceMonitors } from "../../src/monitors/service-monitors";
import type { RingContext } from "../../src/ring/context";
import { shapeProblems } from "../azure-shapes";
import { type MetricUse, metricProblems } from "../metric-alerts";
import { type RecordedResource, recordResources } from "../recorded-resources";
import { ringContextOf } from "../ring-contexts";

const GROUP = "/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/rg-claims/providers";
const account = {
  name: "assistant",
  resourceId: `${GROUP}/Microsoft.CognitiveServices/accounts/ais-claims`,
  type: "Microsoft.CognitiveServices/accounts",
};
const job = { name: "nightly", resourceId: `${GROUP}/Microsoft.App/jobs/caj-nightly`, type: "Microsoft.App/jobs" };

/** One resource of every type that the catalogue watches, so that every row becomes a rule. */
const everything = watchedTypes.map((type, index) => ({
  name: `watched-${index}`,
  resourceId: `${GROUP}/${type}/one`,
  type,
  hasProvisionedThroughput: true,
}));

async function rulesOf(
  ring: RingContext,
  watch = [account, job],
  overrides?: Record<string, AlertOverrideArgs>,
): Promise<RecordedResource[]> {
  const { resources } = await recordResources(() => {
    new ServiceMonitors("monitors", { ring, watch, overrides });
  });
  return resources;
}

test("each watched resource gets one rule for each alert of its type, under the component", async () => {
  const [component, ...rules] = await rulesOf(ringContextOf("prod"));
  expect([component?.type, component?.name]).toEqual(["ringfence:index:ServiceMonitors", "monitors"]);
  expect(rules.map(({ type, name }) => `${type.split(":").at(-1)} ${name}`).sort()).toEqual([
    "MetricAlert monitors-assistant-content-filter-spike",
    "MetricAlert monitors-assistant-model-callers-turned-away",
    "MetricAlert monitors-assistant-model-slow-to-finish",
    "MetricAlert monitors-assistant-model-slow-to-respond",
    "MetricAlert monitors-assistant-model-unavailable",
    "MetricAlert monitors-nightly-job-failed",
    "ScheduledQueryRule monitors-assistant-model-turned-away-share",
    "ScheduledQueryRule monitors-nightly-job-not-run",
  ]);
  expect(rules.map(({ parent }) => parent)).toEqual(rules.map(() => component?.urn));
});

test("an account with provisioned throughput is watched for its utilisation too", async () => {
  const rules = await rulesOf(ringContextOf("prod"), [
    { ...account, hasProvisionedThroughput: true } as typeof account,
  ]);
  expect(rules.map(({ name }) => name)).toContain("monitors-assistant-provisioned-throughput-saturated");
});

test("a metric alert carries the row: metric, dimensions, the ring's threshold, severity, receiver, runbook, tags", async () => {
  const ring = ringContextOf("prod");
  const rules = await rulesOf(ring);
  const rule = rules.find(({ name }) => name === "monitors-assistant-model-callers-turned-away");
  expect(rule?.inputs).toEqual({
    ruleName: "ma-claims-prod-assistant-model-callers-turned-away",
    resourceGroupName: "rg-claims",
    location: "global",
    description: expect.stringContaining("Runbook: https://runbooks.contoso.example/quota-exhaustion.md"),
    severity: 1,
    enabled: true,
    autoMitigate: true,
    scopes: [account.resourceId],
    evaluationFrequency: "PT1M",
    windowSize: "PT5M",
    criteria: {
      odataType: "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria",
      allOf: [
        {
          criterionType: "StaticThresholdCriterion",
          name: "model-callers-turned-away",
          metricNamespace: "Microsoft.CognitiveServices/accounts",
          metricName: "AzureOpenAIRequests",
          timeAggregation: "Total",
          operator: "GreaterThan",
          threshold: 20,
          dimensions: [
            { name: "StatusCode", operator: "Include", values: ["429"] },
            { name: "ModelDeploymentName", operator: "Include", values: ["*"] },
          ],
        },
      ],
    },
    actions: [
      {
        actionGroupId: ring.actionGroupIds.Sev1,
        webHookProperties: expect.objectContaining({
          alert: "model-callers-turned-away",
          requirements: "OE-R4",
          ring: "prod",
          runbook: "https://runbooks.contoso.example/quota-exhaustion.md",
          service: "claims-assistant",
          watched: "assistant",
        }),
      },
    ],
    tags: { ...ring.tags, alert: "model-callers-turned-away" },
  });
});

test("a log alert asks the ring's workspace about the watched resource, and is not checked before its tables exist", async () => {
  const ring = ringContextOf("test");
  const rules = await rulesOf(ring);
  const { inputs } = rules.find(({ name }) => name === "monitors-nightly-job-not-run") ?? {};
  expect(inputs).toMatchObject({
    ruleName: "la-claims-test-nightly-job-not-run",
    location: "swedencentral",
    kind: "LogAlert",
    severity: 3,
    enabled: true,
    autoMitigate: true,
    skipQueryValidation: true,
    scopes: [ring.logAnalyticsId],
    evaluationFrequency: "PT1H",
    windowSize: "P2D",
    criteria: {
      allOf: [
        {
          query: expect.stringContaining('JobName =~ "caj-nightly"'),
          metricMeasureColumn: "HoursSince",
          timeAggregation: "Maximum",
          operator: "GreaterThan",
          threshold: 26,
          dimensions: [],
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 },
        },
      ],
    },
    actions: {
      actionGroups: [ring.actionGroupIds.Sev3],
      customProperties: expect.objectContaining({ runbook: "https://runbooks.contoso.example/job-not-run.md" }),
    },
    tags: { ...ring.tags, alert: "job-not-run" },
  });
});

test("an alert whose severity has no receivers goes to the next more urgent one", async () => {
  const ring = { ...ringContextOf("prod"), severitiesWithReceivers: ["Sev0", "Sev3"] };
  const rules = await rulesOf(ring, [account]);
  const groups = rules.flatMap(({ inputs }) => {
    const actions = inputs.actions as { actionGroups?: string[] } | { actionGroupId: string }[] | undefined;
    return Array.isArray(actions) ? actions.map(({ actionGroupId }) => actionGroupId) : (actions?.actionGroups ?? []);
  });
  expect(groups).toHaveLength(6);
  expect(new Set(groups)).toEqual(new Set([ring.actionGroupIds.Sev0]));
});

test("an override changes threshold, severity and description; a row switched off stays, disabled, with its reason", async () => {
  const rules = await rulesOf(ringContextOf("prod"), [account], {
    "model-slow-to-respond": { threshold: 9000, severity: "Sev4" },
    "content-filter-spike": { offBecause: "red-team exercise until 2026-12-01" },
  });
  const slow = rules.find(({ name }) => name.endsWith("model-slow-to-respond"))?.inputs;
  expect(slow).toMatchObject({ severity: 4, criteria: { allOf: [{ threshold: 9000 }] } });
  expect(slow?.description).toContain("is over 9000 milliseconds (this program's override)");
  const off = rules.find(({ name }) => name.endsWith("content-filter-spike"))?.inputs;
  expect(off).toMatchObject({ enabled: false, tags: { offBecause: "red-team exercise until 2026-12-01" } });
  expect(off?.description).toMatch(/^Switched off: red-team exercise until 2026-12-01\n/);
});

describe.each(ringNames)("every row of the catalogue in %s", (ringName) => {
  const ring = ringContextOf(ringName);
  let rules: RecordedResource[];

  beforeAll(async () => {
    rules = (await rulesOf(ring, everything)).slice(1);
  });

  test("becomes a rule that Azure's types allow", () => {
    expect(rules).toHaveLength(watchedTypes.flatMap((type) => alertsFor(type)).length);
    expect(shapeProblems(rules)).toEqual([]);
  });

  test("has a receiver, a runbook that exists and a description that Azure takes", () => {
    for (const { name, inputs } of rules) {
      const text = JSON.stringify(inputs.actions);
      const runbook = /https:\/\/runbooks\.contoso\.example\/([a-z-]+)\.md/.exec(text)?.[1] ?? "";
      expect([name, Object.keys(runbooks).includes(runbook)]).toEqual([name, true]);
      expect([name, text.includes("/actionGroups/Sev")]).toEqual([name, true]);
      expect((inputs.description as string).length).toBeLessThanOrEqual(2048);
    }
  });

  test("reads metrics that exist, in ways that they offer", () => {
    const uses = rules.flatMap(({ name, inputs }): MetricUse[] => {
      const criteria = (inputs.criteria as { allOf?: Record<string, unknown>[] } | undefined)?.allOf ?? [];
      return criteria
        .filter(({ metricName }) => metricName !== undefined)
        .map(({ metricNamespace, metricName, timeAggregation, dimensions }) => ({
          name,
          namespace: metricNamespace as MonitoredService,
          metric: metricName as string,
          aggregation: timeAggregation as string,
          dimensions: (dimensions as { name: string }[]).map((dimension) => dimension.name),
        }));
    });
    expect(uses.length).toBeGreaterThan(8);
    expect(metricProblems(uses)).toEqual([]);
  });
});

test("the same arguments give the same rules", async () => {
  const inputs = async () =>
    JSON.stringify((await rulesOf(ringContextOf("prod"), everything)).map((r) => r.inputs).sort());
  expect(await inputs()).toEqual(await inputs());
});

test("in a preview rules, thresholds and receivers are known though ids are not", async () => {
  const { resources } = await recordResources(
    () => {
      new ServiceMonitors("monitors", { ring: ringContextOf("prod"), watch: [account] });
    },
    { preview: true },
  );
  expect(resources).toHaveLength(7);
});

test("mistakes stop the program before anything is registered", async () => {
  const program = () => {
    new ServiceMonitors("monitors", {
      ring: ringContextOf("prod"),
      watch: [{ ...account, type: "Microsoft.Web/sites" }],
    });
  };
  await expect(recordResources(program)).rejects.toThrow(
    'ServiceMonitors "monitors":\n  watch[0].type: "Microsoft.Web/sites"',
  );
});
