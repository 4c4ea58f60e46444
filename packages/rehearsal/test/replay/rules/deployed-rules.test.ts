import type { RehearsedResource } from "../../../src/document";
import { deployedRules, overrideThresholds, programWorkload, ringOf } from "../../../src/replay/rules";

const group = "urn:pulumi:prod::p::azure-native:monitor:ActionGroup::pager";
const account = "urn:pulumi:prod::p::azure-native:cognitiveservices:Account::ai";

function resource(
  type: string,
  name: string,
  inputs: Record<string, unknown>,
  given: Partial<RehearsedResource> = {},
): RehearsedResource {
  return {
    urn: `urn:pulumi:prod::p::${type}::${name}`,
    type,
    name,
    custom: true,
    inputs,
    outputs: {},
    dependencies: [],
    propertyDependencies: { actions: [group], scopes: [account], criteria: [account] },
    protect: false,
    ...given,
  };
}

const criterion = {
  criterionType: "StaticThresholdCriterion",
  metricNamespace: "Microsoft.CognitiveServices/accounts",
  metricName: "AzureOpenAIRequests",
  timeAggregation: "Total",
  operator: "GreaterThan",
  threshold: 20,
  dimensions: [
    { name: "StatusCode", operator: "Include", values: ["429"] },
    { name: "ModelDeploymentName", operator: "Exclude", values: ["chat"] },
  ],
};
const metricInputs = {
  severity: 1,
  enabled: true,
  autoMitigate: true,
  windowSize: "PT5M",
  evaluationFrequency: "PT1M",
  criteria: { allOf: [criterion] },
  actions: [
    {
      actionGroupId: "<unknown>",
      webHookProperties: { alert: "model-callers-turned-away", ring: "prod", asks: "Why?", runbook: "https://x/y.md" },
    },
  ],
};
const metric = (name: string, changes: Record<string, unknown> = {}) =>
  resource("azure-native:monitor:MetricAlert", name, { ...metricInputs, ...changes });

const logInputs = {
  severity: 2,
  autoMitigate: true,
  windowSize: "PT15M",
  evaluationFrequency: "PT5M",
  criteria: {
    allOf: [
      {
        query: "<unknown>",
        operator: "GreaterThan",
        threshold: 5,
        failingPeriods: { numberOfEvaluationPeriods: 3, minFailingPeriodsToAlert: 2 },
      },
    ],
  },
  actions: { actionGroups: ["<unknown>"], customProperties: { alert: "model-turned-away-share", ring: "prod" } },
};

test("a metric alert is replayed as it would be deployed", () => {
  const { rules, notReplayed } = deployedRules([metric("mine")]);
  expect(notReplayed).toEqual([]);
  expect(rules).toEqual([
    {
      name: "mine",
      alert: "model-callers-turned-away",
      asks: "Why?",
      runbook: "https://x/y.md",
      severity: "Sev1",
      receivers: ["pager"],
      scope: [account],
      kind: "metric",
      signal: {
        kind: "metric",
        service: "Microsoft.CognitiveServices/accounts",
        metric: "AzureOpenAIRequests",
        aggregation: "Total",
        dimensions: criterion.dimensions,
      },
      operator: "GreaterThan",
      threshold: 20,
      window: 5,
      every: 1,
      delay: 3,
      state: { failing: 1, of: 1, autoMitigate: true, healthyToResolve: 3 },
    },
  ]);
});

test("a log alert of the catalogue is replayed by what its query measures, with its failing periods", () => {
  const { rules } = deployedRules([resource("azure-native:monitor:ScheduledQueryRule", "share", logInputs)]);
  expect(rules).toMatchObject([
    {
      alert: "model-turned-away-share",
      kind: "log",
      threshold: 5,
      window: 15,
      every: 5,
      delay: 5,
      state: { failing: 2, of: 3, autoMitigate: true, healthyToResolve: 3 },
    },
  ]);
});

test("a burn-rate alert is named by its objective and reads the objective of the component that made it", () => {
  const levels = resource("ringfence:index:ServiceLevels", "levels", {
    objectives: [{ name: "answers-arrive", kind: "success-rate", target: 99.5, period: "30d" }],
  });
  const burn = resource(
    "azure-native:monitor:ScheduledQueryRule",
    "levels-answers-arrive-burn-page-quick",
    { ...logInputs, actions: { customProperties: { alert: "burn-page-quick", watched: "answers-arrive" } } },
    { parent: levels.urn },
  );
  expect(deployedRules([levels, burn]).rules).toMatchObject([
    {
      alert: "answers-arrive/burn-page-quick",
      signal: { measures: "burn rate of answers-arrive, the lower of 5 min and 1 h" },
      // Its query reads what every resource of the ring logs, though its rule is about the workspace.
      scope: [],
    },
  ]);
  expect(deployedRules([burn]).notReplayed).toHaveLength(1);
});

test.each([
  [
    "a query of its own",
    resource("azure-native:monitor:ScheduledQueryRule", "own", { ...logInputs, actions: {} }),
    "its query is its own, and KQL cannot run here",
  ],
  [
    "a switched-off rule",
    metric("off", { enabled: false, tags: { offBecause: "noise, until May" } }),
    "it is switched off: noise, until May",
  ],
  ["a rule switched off in silence", metric("off", { enabled: false }), "it is switched off, and says no reason"],
  [
    "a learnt threshold",
    metric("learnt", { criteria: { allOf: [{ ...criterion, criterionType: "DynamicThresholdCriterion" }] } }),
    "its threshold is Azure's own, learnt from the data (DynamicThresholdCriterion)",
  ],
  [
    "two criteria",
    metric("two", { criteria: { allOf: [criterion, criterion] } }),
    "it has 2 criteria; rules with one are replayed",
  ],
  [
    "an unknown metric",
    metric("unknown", { criteria: { allOf: [{ ...criterion, metricName: "<unknown>" }] } }),
    "its metric is not known before Azure has answered",
  ],
  [
    "an unknown threshold",
    metric("unknown", { criteria: { allOf: [{ ...criterion, threshold: "<unknown>" }] } }),
    "its threshold, operator, aggregation, window or frequency is not known or not one of Azure Monitor's",
  ],
  [
    "single events",
    resource("azure-native:monitor:ActivityLogAlert", "deleted", {}),
    "it answers single events of the activity log, each of which fires it",
  ],
])("%s is named as not replayed, with the reason", (_, given, reason) => {
  const { rules, notReplayed } = deployedRules([given]);
  expect(rules).toEqual([]);
  expect(notReplayed).toMatchObject([{ name: given.name, reason }]);
});

test("a rule without an action group reaches nobody", () => {
  const alone = resource("azure-native:monitor:MetricAlert", "alone", metricInputs, {
    propertyDependencies: { scopes: [account] },
  });
  expect(deployedRules([alone]).rules).toMatchObject([{ receivers: [] }]);
});

test("thresholds are overridden by the alert's id or the rule's name, and an id that no rule has is told", () => {
  const { rules } = deployedRules([metric("one"), metric("two")]);
  const changed = overrideThresholds(rules, { "model-callers-turned-away": 7, two: 9, "model-unavailble": 1 });
  expect(changed.rules.map(({ name, threshold }) => [name, threshold])).toEqual([
    ["one", 7],
    ["two", 9],
  ]);
  expect(changed.unknown).toEqual(["model-unavailble"]);
});

test("the workload has the program's deployments, with their account, throughput and spillover", () => {
  const deployment = (name: string, inputs: Record<string, unknown>) =>
    resource("azure-native:cognitiveservices:Deployment", name, inputs, {
      propertyDependencies: { accountName: [account] },
    });
  const { deployments, resources } = programWorkload(
    [
      deployment("a", {
        deploymentName: "chat",
        sku: { name: "DataZoneProvisionedManaged" },
        properties: { model: { name: "gpt-5.4" }, spilloverDeploymentName: "more" },
      }),
      deployment("b", {
        deploymentName: "vectors",
        sku: { name: "Standard" },
        properties: { model: { name: "text-embedding-3-large" } },
      }),
      resource("azure-native:keyvault:Vault", "vault", {}),
    ],
    "UTC",
  );
  expect(deployments).toEqual([
    { name: "chat", account, kind: "chat", provisioned: true, spilloverTo: "more" },
    { name: "vectors", account, kind: "embeddings", provisioned: false },
  ]);
  expect(resources).toEqual({
    "Microsoft.KeyVault/vaults": [{ urn: "urn:pulumi:prod::p::azure-native:keyvault:Vault::vault", name: "vault" }],
  });
});

test("the ring is what all rules say; undefined where they differ", () => {
  expect(ringOf([metric("one"), metric("two")])).toBe("prod");
  const other = metric("three", { actions: [{ webHookProperties: { ring: "dev" } }] });
  expect(ringOf([metric("one"), other])).toBeUndefined();
});
