import * as aiAccount from "@ringfence/policies/rules/ai-account";
import { type JudgedResource, judge, unknown } from "@ringfence/policies/testing";
import { prove } from "../prove";

const ACCOUNT = "cognitiveservices:Account";
const ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/ai";
const id = { outputs: { id: ID } };
const properties = (given: Record<string, unknown>) => ({ properties: given });
const setting = (logs: unknown): JudgedResource => ({
  type: "azure-native:monitor:DiagnosticSetting",
  name: "setting",
  props: { resourceUri: ID.toUpperCase(), logs },
  outputs: { logs },
});

prove({
  rule: aiAccount.diagnostics,
  type: ACCOUNT,
  beside: [
    setting([
      { category: "Trace", enabled: false },
      { categoryGroup: "allLogs", enabled: true },
    ]),
  ],
  good: [{ props: {}, ...id }],
  bad: [
    { props: {}, outputs: { id: `${ID}2` }, at: [undefined] },
    { props: {}, outputs: {}, at: [undefined] },
  ],
  empty: "fail",
  unknown: [],
});

prove({
  rule: aiAccount.privateEndpoint,
  type: ACCOUNT,
  beside: [
    {
      type: "azure-native:network:PrivateEndpoint",
      name: "endpoint",
      props: { privateLinkServiceConnections: [{ privateLinkServiceId: ID, groupIds: ["Account"] }] },
    },
  ],
  good: [
    { props: properties({ publicNetworkAccess: "Enabled" }) },
    { props: {}, outputs: { id: ID, properties: { publicNetworkAccess: unknown } } },
    { props: properties({ publicNetworkAccess: "Disabled" }), ...id },
  ],
  bad: [
    { props: properties({ publicNetworkAccess: "Disabled" }), outputs: { id: `${ID}2` }, at: [undefined] },
    { props: properties({ publicNetworkAccess: "disabled" }), outputs: {}, at: [undefined] },
  ],
  empty: "pass",
  unknown: [{ props: properties({ publicNetworkAccess: unknown }), at: "properties.publicNetworkAccess" }],
});

const alert = (
  name: string,
  metricName: unknown,
  codes?: unknown,
  more: Record<string, unknown> = {},
): JudgedResource => ({
  type: "azure-native:monitor:MetricAlert",
  name,
  props: {
    enabled: true,
    scopes: [ID],
    criteria: {
      allOf: [
        {
          metricName,
          ...(codes !== undefined && { dimensions: [{ name: "StatusCode", operator: "Include", values: codes }] }),
        },
      ],
    },
    ...more,
  },
});
const comprehensive = [
  alert("a", "AzureOpenAITimeToResponse"),
  alert("b", "azureopenaiavailabilityrate"),
  alert("c", "AzureOpenAIRequests", ["429"]),
  alert("d", "AzureOpenAIProvisionedManagedUtilizationV2"),
];

prove({
  rule: aiAccount.comprehensiveMonitoring,
  type: ACCOUNT,
  beside: comprehensive,
  good: [
    { props: { kind: "SpeechServices" }, outputs: {} },
    { props: { kind: "AIServices" }, ...id },
  ],
  bad: [
    { props: {}, outputs: { id: `${ID}2` }, at: [undefined] },
    { props: { kind: "OpenAI" }, outputs: {}, at: [undefined] },
  ],
  empty: "fail",
  unknown: [],
});

prove({
  rule: aiAccount.baselineAlerts,
  type: ACCOUNT,
  beside: [...comprehensive, alert("e", "TokenTransaction")],
  good: [{ props: {}, ...id }],
  bad: [{ props: {}, outputs: { id: `${ID}2` }, at: [undefined] }],
  empty: "fail",
  unknown: [],
});

const account = { type: `azure-native:${ACCOUNT}`, name: "ai", props: {}, ...id };
const judged = async (
  rule: typeof aiAccount.diagnostics,
  beside: JudgedResource[],
  config?: Record<string, unknown>,
) => {
  const verdicts = await judge(rule, { resources: [account, ...beside], config, ring: "prod" });
  return verdicts.find(({ urn }) => urn?.endsWith("::ai"));
};

test.each([
  [[{ category: "Audit", enabled: false }], "fail"],
  [[{ category: "Audit" }], "fail"],
  [[], "fail"],
  [undefined, "fail"],
  [[{ category: "Audit", enabled: unknown }], "undetermined"],
  [unknown, "undetermined"],
  [[{ enabled: unknown }, { enabled: true }], "pass"],
])("a diagnostic setting with the logs %j: %s", async (logs, outcome) => {
  expect((await judged(aiAccount.diagnostics, [setting(logs)]))?.outcome).toBe(outcome);
});

test("a search service needs its logs as well", async () => {
  const resources = [{ type: "azure-native:search:Service", props: {}, outputs: { id: `${ID}/search` } }];
  expect((await judge(aiAccount.diagnostics, { resources }))[0]?.outcome).toBe("fail");
});

test.each([
  ["another group", { privateLinkServiceConnections: [{ privateLinkServiceId: ID, groupIds: ["blob"] }] }, "fail"],
  ["no group", { privateLinkServiceConnections: [{ privateLinkServiceId: ID }] }, "fail"],
  [
    "a connection that somebody approves",
    { manualPrivateLinkServiceConnections: [{ privateLinkServiceId: ID, groupIds: ["account"] }] },
    "pass",
  ],
  [
    "an unknown target",
    { privateLinkServiceConnections: [{ privateLinkServiceId: unknown, groupIds: ["account"] }] },
    "undetermined",
  ],
  [
    "unknown groups",
    { privateLinkServiceConnections: [{ privateLinkServiceId: ID, groupIds: unknown }] },
    "undetermined",
  ],
])("a private endpoint with %s: %s", async (_what, props, outcome) => {
  const closed = { ...account, props: properties({ publicNetworkAccess: "Disabled" }) };
  const endpoint = { type: "azure-native:network:PrivateEndpoint", props };
  const verdicts = await judge(aiAccount.privateEndpoint, { resources: [closed, endpoint] });
  expect(verdicts[0]?.outcome).toBe(outcome);
});

test.each([
  ["nothing", [], "latency, server errors, throttling, provisioned utilisation"],
  [
    "the old metrics of Cognitive Services",
    ["Latency", "ServerErrors", "BlockedCalls", "SuccessRate"].map((metric, index) => alert(`old-${index}`, metric)),
    "latency, server errors, throttling, provisioned utilisation",
  ],
  [
    "a disabled alert",
    [...comprehensive.slice(1), alert("off", "TimeToResponse", undefined, { enabled: false })],
    "latency",
  ],
  [
    "successful requests",
    [...comprehensive.filter(({ name }) => name !== "c"), alert("ok", "ModelRequests", ["200"])],
    "throttling",
  ],
])("%s: what is missing is said", async (_what, beside, missing) => {
  const verdict = await judged(aiAccount.comprehensiveMonitoring, beside);
  expect(verdict?.outcome).toBe("fail");
  expect(verdict?.message).toContain(`no metric alert watches its ${missing}. Fix:`);
});

const withoutErrors = comprehensive.filter(({ name }) => name !== "b");
const excluding = (values: unknown) => ({
  criteria: {
    allOf: [{ metricName: "ModelRequests", dimensions: [{ name: "StatusCode", operator: "Exclude", values }] }],
  },
});
test.each([
  ["the count of server errors", alert("x", "AzureOpenAIRequests", ["500", "503"]), "pass"],
  ["each status code by itself", alert("x", "AzureOpenAIRequests", ["*"]), "pass"],
  ["everything but success", alert("x", "", undefined, excluding(["200"])), "pass"],
  ["everything but errors", alert("x", "", undefined, excluding(["500"])), "fail"],
  ["codes that are not known", alert("x", "AzureOpenAIRequests", unknown), "undetermined"],
  ["a metric that is not known", alert("x", unknown), "undetermined"],
])("%s watches errors: %s", async (_what, more, outcome) => {
  expect((await judged(aiAccount.comprehensiveMonitoring, [...withoutErrors, more]))?.outcome).toBe(outcome);
});

test("provisioned throughput needs no alert where the stack's deployments are known to have none", async () => {
  const deployment = (sku: unknown): JudgedResource => ({
    type: "azure-native:cognitiveservices:Deployment",
    props: { accountName: unknown, sku: { name: sku } },
    propertyDependencies: { accountName: ["ai"] },
  });
  const outcome = async (...skus: unknown[]) =>
    (await judged(aiAccount.comprehensiveMonitoring, [...comprehensive.slice(0, 3), ...skus.map(deployment)]))?.outcome;
  expect(await outcome("GlobalStandard", "DataZoneStandard")).toBe("pass");
  expect(await outcome("GlobalStandard", "globalProvisionedManaged")).toBe("fail");
  expect(await outcome("GlobalStandard", unknown)).toBe("fail");
  expect(await outcome()).toBe("fail");
});

test("the signals of the baseline are configured", async () => {
  expect((await judged(aiAccount.baselineAlerts, comprehensive))?.outcome).toBe("fail");
  const config = { signals: ["timeToResponse", "blockedCalls", "serverErrors", "successRate"] };
  expect((await judged(aiAccount.baselineAlerts, comprehensive, config))?.outcome).toBe("pass");
});

const tags = { businessCriticality: "high", environment: "prod" };
const elsewhere = (location: unknown, kind = "OpenAI"): JudgedResource => ({
  type: `azure-native:${ACCOUNT}`,
  name: "elsewhere",
  props: { location, kind },
});

prove({
  rule: aiAccount.multipleRegions,
  type: ACCOUNT,
  beside: [elsewhere("Sweden Central")],
  good: [
    { props: { location: "swedencentral", tags: { businessCriticality: "low" } } },
    { props: { location: "swedencentral" } },
    { props: { location: "swedencentral", kind: "SpeechServices", tags } },
    { props: { location: "westeurope", tags: { ...tags, businessCriticality: unknown } } },
    { props: { location: "westeurope", tags } },
  ],
  bad: [
    { props: { location: "swedencentral", tags }, at: ["location"] },
    { props: { tags: { BusinessCriticality: "mission-critical" } }, at: ["location"] },
  ],
  empty: "pass",
  unknown: [
    { props: { location: unknown, tags }, at: "location" },
    { props: { location: "swedencentral", tags: unknown }, at: "tags" },
  ],
});

test("a service of its own in another region is no second region, and other rings need none", async () => {
  const critical = { ...account, props: { location: "swedencentral", tags } };
  const outcome = async (beside: JudgedResource, ring: "prod" | "dev" = "prod") =>
    (await judge(aiAccount.multipleRegions, { resources: [critical, beside], ring }))[0]?.outcome;
  expect(await outcome(elsewhere("westeurope", "SpeechServices"))).toBe("fail");
  expect(await outcome(elsewhere("westeurope"))).toBe("pass");
  expect(await outcome(elsewhere("swedencentral"), "dev")).toBe("pass");
});
