import * as pulumi from "@pulumi/pulumi";
import { alertsFor, type MonitoredService, watchedServices } from "@ringfence/core/alerts";
import { ringNames } from "@ringfence/core/rings";
import { runbooks } from "@ringfence/core/runbooks";
import type { AlertOverrideArgs } from "../../src/monitors/alert-override";
import type { ServiceMonitorsArgs } from "../../src/monitors/args";
import { serviceMonitorsProblems } from "../../src/monitors/monitors-problems";
import { ServiceMonitors } from "../../src/monitors/service-monitors";
import type { WatchArgs } from "../../src/monitors/watch";
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

/** One resource of every type that the catalogue watches, with all that is true of any, so that every row becomes a rule. */
const everything = watchedServices.flatMap((type, index): WatchArgs[] => {
  const watch = {
    name: `watched-${index}`,
    resourceId: `${GROUP}/${type}/one`,
    type,
    hasOtherModels: true,
    hasProvisionedThroughput: true,
    spillingDeployments: ["chat", "batch"],
    isAlwaysOn: true,
  };
  if (type === "Microsoft.ApiManagement/service") return [watch, { ...watch, name: "v2-gateway", isV2Gateway: true }];
  if (type === account.type) return [watch, { ...watch, name: "seldom-called", hasLowTraffic: true }];
  return [watch];
});

async function rulesOf(
  ring: RingContext,
  watch: WatchArgs[] = [account, job],
  overrides?: Record<string, AlertOverrideArgs>,
  rest: Partial<ServiceMonitorsArgs> = { watchRing: false },
): Promise<RecordedResource[]> {
  const { resources } = await recordResources(() => {
    new ServiceMonitors("monitors", { ring, watch, overrides, ...rest });
  });
  return resources;
}

test("each watched resource gets one rule for each alert of its type, under the component", async () => {
  const [component, ...rules] = await rulesOf(ringContextOf("prod"));
  expect([component?.type, component?.name]).toEqual(["ringfence:index:ServiceMonitors", "monitors"]);
  expect(rules.map(({ type, name }) => `${type.split(":").at(-1)} ${name}`).sort()).toEqual([
    "MetricAlert monitors-assistant-content-filter-spike",
    "MetricAlert monitors-assistant-jailbreak-attempts",
    "MetricAlert monitors-assistant-model-callers-turned-away",
    "MetricAlert monitors-assistant-model-down",
    "MetricAlert monitors-assistant-model-few-tokens-per-second",
    "MetricAlert monitors-assistant-model-server-errors",
    "MetricAlert monitors-assistant-model-slow-between-tokens",
    "MetricAlert monitors-assistant-model-slow-to-finish",
    "MetricAlert monitors-assistant-model-slow-to-respond",
    "MetricAlert monitors-assistant-model-unavailable",
    "MetricAlert monitors-nightly-job-failed",
    "ScheduledQueryRule monitors-assistant-model-slow-tail",
    "ScheduledQueryRule monitors-assistant-model-turned-away-share",
    "ScheduledQueryRule monitors-nightly-job-not-run",
  ]);
  expect(rules.map(({ parent }) => parent)).toEqual(rules.map(() => component?.urn));
});

test("an account with provisioned throughput is watched for its utilisation too", async () => {
  const rules = await rulesOf(ringContextOf("prod"), [{ ...account, hasProvisionedThroughput: true }]);
  expect(rules.map(({ name }) => name)).toContain("monitors-assistant-provisioned-throughput-saturated");
});

test("an account with low traffic has its failed calls counted instead of its availability rate", async () => {
  const rules = await rulesOf(ringContextOf("prod"), [{ ...account, hasLowTraffic: true }]);
  const names = rules.map(({ name }) => name);
  expect(names).not.toContain("monitors-assistant-model-down");
  expect(names).not.toContain("monitors-assistant-model-unavailable");
  const counted = rules.find(({ name }) => name === "monitors-assistant-model-failing-at-low-traffic");
  expect(counted?.inputs).toMatchObject({
    severity: 1,
    evaluationFrequency: "PT1M",
    windowSize: "PT30M",
    criteria: {
      allOf: [{ metricName: "AzureOpenAIRequests", timeAggregation: "Total", operator: "GreaterThan", threshold: 3 }],
    },
  });
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
  const ring = { ...ringContextOf("prod"), severitiesWithReceivers: ["Sev0", "Sev4"] };
  const rules = await rulesOf(ring, [account]);
  const groups = rules.flatMap(({ inputs }) => {
    const actions = inputs.actions as { actionGroups?: string[] } | { actionGroupId: string }[] | undefined;
    return Array.isArray(actions) ? actions.map(({ actionGroupId }) => actionGroupId) : (actions?.actionGroups ?? []);
  });
  expect(groups).toHaveLength(12);
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
    const names = new Set(rules.map(({ inputs }) => (inputs.tags as { alert: string }).alert));
    const fitting = watchedServices
      .flatMap(alertsFor)
      .filter(({ preview }) => !preview || ring.settings.previewsAllowed);
    expect([...names].sort()).toEqual(fitting.map(({ id }) => id).sort());
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
      new ServiceMonitors("monitors", { ring: ringContextOf("prod"), watch: [account], watchRing: false });
    },
    { preview: true },
  );
  expect(resources).toHaveLength(13);
});

test("a deployment that spills over pages nobody for what another one serves, and its share of spilled calls is watched", async () => {
  const rules = await rulesOf(ringContextOf("prod"), [{ ...account, spillingDeployments: ["chat", "batch"] }]);
  const of = (alert: string) => rules.find(({ name }) => name === `monitors-assistant-${alert}`)?.inputs;
  expect(of("model-callers-turned-away")).toMatchObject({
    criteria: {
      allOf: [
        {
          dimensions: [
            { name: "StatusCode", operator: "Include", values: ["429"] },
            { name: "ModelDeploymentName", operator: "Exclude", values: ["chat", "batch"] },
          ],
        },
      ],
    },
  });
  const query = (alert: string) => (of(alert)?.criteria as { allOf: { query: string }[] } | undefined)?.allOf[0]?.query;
  expect(query("model-turned-away-share")).toContain('Deployment !in (split("chat,batch", ","))');
  expect(query("spillover-share")).toContain('| where Deployment in (split("chat,batch", ","))');
  expect(of("model-unavailable")).toMatchObject({
    criteria: { allOf: [{ dimensions: [{ name: "ModelDeploymentName", operator: "Include", values: ["*"] }] }] },
  });
});

test("an override that changes nothing in this ring is told, and stops nobody", async () => {
  const info = jest.spyOn(pulumi.log, "info").mockImplementation(() => Promise.resolve());
  try {
    await rulesOf(ringContextOf("prod"), [account], { "provisioned-throughput-saturated": { threshold: 95 } });
    expect(info.mock.calls.map(([message]) => message)).toEqual([
      "overrides.provisioned-throughput-saturated: no watched resource has this alert in prod",
    ]);
  } finally {
    info.mockRestore();
  }
});

test("a project's agents are watched on the project, and only where the ring allows previews", async () => {
  const projectId = `${account.resourceId}/projects/claims`;
  const agents = async (ring: RingContext) =>
    (await rulesOf(ring, [{ ...account, projectId }])).filter(({ name }) => name.includes("-agent-"));
  expect(await agents(ringContextOf("prod"))).toEqual([]);
  const rules = await agents(ringContextOf("dev"));
  expect(rules.map(({ name }) => name).sort()).toEqual([
    "monitors-assistant-agent-files-not-indexed",
    "monitors-assistant-agent-responses-failing",
    "monitors-assistant-agent-runs-failing",
    "monitors-assistant-agent-store-throttled",
  ]);
  for (const { inputs } of rules) expect(inputs.scopes).toEqual([projectId]);
});

test("the ring's own parts are watched unless the program says not to, each on its own id", async () => {
  const ring = ringContextOf("prod");
  const rules = await rulesOf(ring, [], {}, {});
  const scopes = Object.fromEntries(rules.slice(1).map(({ name, inputs }) => [name, inputs.scopes]));
  expect(scopes).toMatchObject({
    "monitors-ring-vault-key-vault-unavailable": [ring.keyVaultId],
    "monitors-ring-telemetry-telemetry-silence": [ring.logAnalyticsId],
    "monitors-ring-logs-ingestion-cap": [ring.logAnalyticsId],
    "monitors-ring-group-critical-resource-deleted": [ring.resourceGroupId],
    "monitors-ring-group-access-changed": [ring.resourceGroupId],
    "monitors-ring-group-diagnostics-removed": [ring.resourceGroupId],
    "monitors-ring-group-resource-unhealthy": [ring.resourceGroupId],
    "monitors-ring-subscription-deployment-retirement": [`/subscriptions/${ring.subscriptionId}`],
  });
  expect(shapeProblems(rules.slice(1))).toEqual([]);
});

test("an activity log alert names the events, and carries its severity as a tag because Azure gives it none", async () => {
  const ring = ringContextOf("prod");
  const rules = await rulesOf(ring, [], {}, {});
  const rule = rules.find(({ name }) => name === "monitors-ring-group-diagnostics-removed");
  expect(rule?.type).toBe("azure-native:monitor:ActivityLogAlert");
  const operations = [
    "Microsoft.Insights/diagnosticSettings/delete",
    "Microsoft.Insights/metricAlerts/delete",
    "Microsoft.Insights/scheduledQueryRules/delete",
    "Microsoft.Insights/actionGroups/delete",
  ];
  expect(rule?.inputs).toEqual({
    activityLogAlertName: "ala-claims-prod-ring-group-diagnostics-removed",
    resourceGroupName: "rg-claims",
    location: "global",
    description: expect.stringContaining("Runbook: https://runbooks.contoso.example/diagnostics-removed.md"),
    enabled: true,
    scopes: [ring.resourceGroupId],
    condition: {
      allOf: [
        { field: "category", equals: "Administrative" },
        { anyOf: operations.map((equals) => ({ field: "operationName", equals })) },
        { field: "status", equals: "Succeeded" },
      ],
    },
    actions: {
      actionGroups: [
        {
          actionGroupId: ring.actionGroupIds.Sev2,
          webhookProperties: expect.objectContaining({ alert: "diagnostics-removed", watched: "ring-group" }),
        },
      ],
    },
    tags: { ...ring.tags, alert: "diagnostics-removed", severity: "Sev2" },
  });
});

test("one ring is watched by one ServiceMonitors: a second one that does so too is refused", async () => {
  const ring = ringContextOf("prod");
  const program = (watchRing?: boolean) => () => {
    new ServiceMonitors("monitors", { ring, watch: [account] });
    new ServiceMonitors("more", { ring, watch: [job], watchRing });
  };
  await expect(recordResources(program())).rejects.toThrow(
    'ServiceMonitors "more":\n  watchRing: ServiceMonitors "monitors" has the alerts of the ring\'s own parts in this ring already; say false here',
  );
  const again = { ...ring };
  const { resources } = await recordResources(() => {
    new ServiceMonitors("monitors", { ring: again, watch: [account] });
    new ServiceMonitors("more", { ring: again, watch: [job], watchRing: false });
  });
  expect(resources.filter(({ name }) => name.startsWith("more-")).map(({ name }) => name)).toEqual(
    expect.arrayContaining(["more-nightly-job-failed"]),
  );
});

test("receivers and window of one alert are the program's where it states them", async () => {
  const receivers = [`${GROUP}/Microsoft.Insights/actionGroups/payments`];
  const rules = await rulesOf(ringContextOf("prod"), [account], {
    "model-callers-turned-away": { receivers, window: "PT15M" },
    "model-turned-away-share": { receivers, window: "PT30M" },
  });
  const of = (alert: string) => rules.find(({ name }) => name === `monitors-assistant-${alert}`)?.inputs;
  expect(of("model-callers-turned-away")).toMatchObject({
    windowSize: "PT15M",
    actions: [{ actionGroupId: receivers[0] }],
  });
  expect(of("model-callers-turned-away")?.description).toContain("in 15 minutes is over 20");
  expect(of("model-turned-away-share")).toMatchObject({ windowSize: "PT30M", actions: { actionGroups: receivers } });
});

test("a maintenance window takes the action groups off, and Azure's types allow its rule", async () => {
  const maintenance = [
    {
      name: "index-rebuild",
      reason: "The index is rebuilt, and searches are slow meanwhile",
      timeZone: "Europe/Stockholm",
      from: "2026-12-06T22:00:00",
      until: "2026-12-07T02:00:00",
    },
  ];
  const rules = await rulesOf(ringContextOf("prod"), [account], {}, { watchRing: false, maintenance });
  const rule = rules.find(({ type }) => type.endsWith(":AlertProcessingRuleByName"));
  expect([rule?.name, rule?.parent]).toEqual(["monitors-maintenance-index-rebuild", rules[0]?.urn]);
  expect(rule?.inputs).toMatchObject({ properties: { actions: [{ actionType: "RemoveAllActionGroups" }] } });
  expect(shapeProblems([rule as RecordedResource])).toEqual([]);
});

describe("with Azure Managed Prometheus", () => {
  const prometheus = {
    azureMonitorWorkspaceId: `${GROUP}/Microsoft.Monitor/accounts/amw-claims`,
    matching: { deployment_environment: "prod" },
  };
  const insights = {
    name: "app",
    resourceId: `${GROUP}/Microsoft.Insights/components/appi`,
    type: "Microsoft.Insights/components",
  };

  test("alerts on OpenTelemetry's metrics are one group of rules, and no log alerts beside them", async () => {
    const ring = ringContextOf("prod");
    const overrides = {
      "application-slow": { threshold: 9000 },
      "model-calls-slow": { offBecause: "load test until 2026-12-01" },
    };
    const rules = await rulesOf(ring, [insights], overrides, { prometheus });
    const names = rules.map(({ name }) => name);
    expect(names).toContain("monitors-app-model-calls-untraced");
    expect(names.filter((name) => /application-|telemetry-silence/.test(name))).toEqual([]);
    // Switched off, it stays where the dashboard reads the reason.
    const off = rules.find(({ name }) => name === "monitors-app-model-calls-slow");
    expect(off?.inputs).toMatchObject({ enabled: false, tags: { offBecause: "load test until 2026-12-01" } });
    const group = rules.find(({ name }) => name === "monitors-prometheus");
    expect([group?.type, group?.parent]).toEqual(["azure-native:alertsmanagement:PrometheusRuleGroup", rules[0]?.urn]);
    expect(group?.inputs).toMatchObject({
      ruleGroupName: "prg-claims-prod-monitors",
      scopes: [prometheus.azureMonitorWorkspaceId],
      interval: "PT1M",
    });
    const made = group?.inputs.rules as Record<string, unknown>[];
    expect(made.map(({ alert }) => alert)).toEqual([
      "application-failing-share",
      "application-slow",
      "dependency-failing-share",
      "model-calls-failing",
      "telemetry-silence",
    ]);
    expect(made[0]).toMatchObject({
      enabled: true,
      severity: 1,
      expression: expect.stringContaining('deployment_environment="prod"'),
      annotations: { runbook_url: "https://runbooks.contoso.example/application-failures.md" },
      actions: [
        {
          actionGroupId: ring.actionGroupIds.Sev1,
          actionProperties: expect.objectContaining({ alert: "application-failing-share" }),
        },
      ],
    });
    expect(made[1]).toMatchObject({ enabled: true, expression: expect.stringContaining("> 9000 and") });
    expect(shapeProblems(rules.slice(1))).toEqual([]);
  });

  test("mistakes in it are said with everything else", () => {
    const wrong = { azureMonitorWorkspaceId: "", matching: { "service.name": "x" } };
    expect(
      serviceMonitorsProblems({
        ring: ringContextOf("prod"),
        watch: [job],
        watchRing: false,
        prometheus: wrong,
      }),
    ).toEqual([
      { path: "prometheus.azureMonitorWorkspaceId", problem: "missing; the id of the Azure Monitor workspace" },
      {
        path: "prometheus.matching.service.name",
        problem: "not a label: letters, digits and underscores, no digit first",
      },
      { path: "prometheus", problem: "changes nothing: no watched resource has an alert on OpenTelemetry's metrics" },
    ]);
  });
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
