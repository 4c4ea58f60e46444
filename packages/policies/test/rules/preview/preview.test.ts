import * as preview from "@ringfence/policies/rules/preview";
import { judge, unknown } from "@ringfence/policies/testing";
import { prove, survivesRandomBags } from "../prove";

const ACCOUNT = "cognitiveservices:Account";
const DEPLOYMENT = "cognitiveservices:Deployment";
const model = (given: Record<string, unknown>) => ({ properties: { model: given } });

prove({
  rule: preview.previewApi,
  type: ACCOUNT,
  good: [{ props: { azureApiVersion: "2025-09-01" } }, { props: { kind: "AIServices" } }],
  bad: [
    { props: { azureApiVersion: "2025-10-01-preview" }, at: ["azureApiVersion"] },
    { props: { azureApiVersion: "2025-10-01-Preview" }, at: ["azureApiVersion"] },
    { props: { azureApiVersion: "2015-10-01-beta" }, at: ["azureApiVersion"] },
  ],
  empty: "pass",
  unknown: [{ props: { azureApiVersion: unknown }, at: "azureApiVersion" }],
});

test.each([
  [
    "a local package of a preview",
    "azure-native_cognitiveservices_v20251001preview:cognitiveservices:Account",
    undefined,
    "fail",
  ],
  [
    "the same in its older form",
    "azure-native_cognitiveservices_v20251001preview:cognitiveservices/v20251001preview:Account",
    undefined,
    "fail",
  ],
  ["version 2's module of a preview", "azure-native:cognitiveservices/v20251001preview:Account", undefined, "fail"],
  ["version 2's module of a stable version", "azure-native:cognitiveservices/v20230501:Account", undefined, "pass"],
  ["a preview that is the provider's own default", "azure-native:monitor:ActionGroup", "2024-10-01-preview", "pass"],
  [
    "another preview of that type, which has a stable version",
    "azure-native:monitor:ActionGroup",
    "2023-09-01-preview",
    "fail",
  ],
  [
    "a default that is a preview for want of anything else",
    "azure-native:monitor:DiagnosticSetting",
    "2021-05-01-preview",
    "pass",
  ],
  [
    "another preview of a type that has nothing else",
    "azure-native:monitor:DiagnosticSetting",
    "2017-05-01-preview",
    "pass",
  ],
  ["a renamed module's type on its default", "azure-native:insights:DiagnosticSetting", "2021-05-01-preview", "pass"],
  [
    "a type that the provider does not know, on a preview",
    "azure-native_shiny_v20270101preview:shiny:Thing",
    undefined,
    "fail",
  ],
])("%s", async (_what, type, azureApiVersion, outcome) => {
  const verdicts = await judge(preview.previewApi, { ring: "prod", resources: [{ type, props: { azureApiVersion } }] });
  expect(verdicts.map((verdict) => verdict.outcome)).toEqual([outcome]);
});

test("a generic resource's own API version is looked at", async () => {
  const resources = [{ type: "azure-native:resources:Resource", props: { apiVersion: "2026-01-01-preview" } }];
  expect(await judge(preview.previewApi, { resources })).toMatchObject([{ outcome: "fail", path: "apiVersion" }]);
});

test("the defaults of a newer provider can be named", async () => {
  const resources = [{ type: `azure-native:${ACCOUNT}`, props: { azureApiVersion: "2027-01-01-preview" } }];
  const config = { allowedApiVersions: ["cognitiveservices:Account@2027-01-01-preview"] };
  expect(await judge(preview.previewApi, { resources, config })).toMatchObject([{ outcome: "pass" }]);
});

prove({
  rule: preview.previewModel,
  type: DEPLOYMENT,
  good: [
    { props: model({ name: "expert-model", version: "1" }) },
    { props: model({ name: "gpt-5.4" }) },
    { props: model({ format: "OpenAI", name: "gpt-5.4", version: "2026-03-05" }) },
  ],
  bad: [
    { props: model({ name: "gpt-4", version: "1106-Preview" }), at: ["properties.model.version"] },
    { props: model({ name: "gpt-4o-realtime-preview", version: "2024-12-17" }), at: ["properties.model.name"] },
    {
      props: model({ name: "o1-preview", version: "preview" }),
      at: ["properties.model.name", "properties.model.version"],
    },
    { props: model({ name: "gpt-chat-latest", version: "2026-05-05" }), at: ["properties.model.version"] },
    { props: model({ name: "gpt-chat-latest" }), at: ["properties.model.name"] },
    { props: model({ version: "1" }), at: ["properties.model.name"] },
    { props: { properties: {} }, at: ["properties.model.name"] },
  ],
  empty: "fail",
  unknown: [
    { props: model({ name: unknown, version: "1" }), at: "properties.model.name" },
    { props: model({ name: "gpt-5.4", version: unknown }), at: "properties.model.version" },
    { props: { properties: unknown }, at: "properties" },
  ],
});

test("a feature registration is refused whatever it holds, even unknowns", async () => {
  const type = "azure-native:features:SubscriptionFeatureRegistration";
  for (const props of [{}, { featureName: unknown }]) {
    const resources = [{ type, props }];
    expect(await judge(preview.previewFeature, { ring: "test", resources })).toMatchObject([
      { outcome: "fail", level: "mandatory" },
    ]);
  }
});

test.each(["sandbox", "dev"] as const)("%s allows previews: all four rules are not applicable", async (ring) => {
  const rules = [preview.previewApi, preview.previewModel, preview.previewFeature, preview.previewService];
  const resources = [
    {
      type: "azure-native_cognitiveservices_v20251001preview:cognitiveservices:Deployment",
      props: model({ name: "o1-preview" }),
    },
    { type: "azure-native:features:SubscriptionFeatureRegistration", props: {} },
    { type: "azure-native:cloudhealth:HealthModel", props: {} },
  ];
  const verdicts = await judge(rules, { ring, resources });
  expect(new Set(verdicts.map(({ outcome }) => outcome))).toEqual(new Set(["not-applicable"]));
});

test("where nothing names the ring, the resource's environment tag does, and else it is prod", async () => {
  const deployment = (environment?: string) => ({
    type: `azure-native:${DEPLOYMENT}`,
    props: { ...model({ name: "o1-preview" }), ...(environment && { tags: { Environment: environment } }) },
  });
  const outcomes = async (given: object, ring?: "prod") =>
    (await judge(preview.previewModel, { resources: [given as ReturnType<typeof deployment>], ring })).map(
      ({ outcome }) => outcome,
    );
  expect(await outcomes(deployment("dev"))).toEqual(["not-applicable"]);
  expect(await outcomes(deployment("prod"))).toEqual(["fail"]);
  expect(await outcomes(deployment("elsewhere"))).toEqual(["fail"]);
  expect(await outcomes(deployment())).toEqual(["fail"]);
  expect(await outcomes(deployment("dev"), "prod")).toEqual(["fail"]);
});

test("a service in preview is refused, and its list configured", async () => {
  const resources = [
    { type: "azure-native_cloudhealth_v20260101preview:cloudhealth:Entity", props: {} },
    { type: "azure-native:monitor:MetricAlert", props: {} },
  ];
  const outcomes = async (config?: Record<string, unknown>) =>
    (await judge(preview.previewService, { resources, config })).map(({ outcome }) => outcome);
  expect(await outcomes()).toEqual(["fail", "pass"]);
  expect(await outcomes({ previewTypes: ["monitor:MetricAlert"] })).toEqual(["pass", "fail"]);
});

test.each([
  "azure-native:resources:Resource",
  "azure-native:resources/v20240101:Deployment",
  "azure-native_resources_v20240101:resources:DeploymentStackAtSubscription",
  "azure-native:resources:AzureCliScript",
  "azure-native:resources:AzurePowerShellScript",
  "azure:keyvault/keyVault:KeyVault",
  "azapi:index/resource:Resource",
])("%s gets Azure resources past the other rules", async (type) => {
  expect(await judge(preview.opaqueResource, { resources: [{ type, props: {} }] })).toMatchObject([
    { outcome: "fail" },
  ]);
});

test.each([
  "azure-native:resources:ResourceGroup",
  "azuread:index/group:Group",
  "pulumi:providers:azure",
  "random:index/randomString:RandomString",
])("%s does not", async (type) => {
  expect(await judge(preview.opaqueResource, { resources: [{ type, props: {} }] })).toMatchObject([
    { outcome: "not-applicable" },
  ]);
});

test("an opaque type can be allowed by name", async () => {
  const resources = [
    { type: "azapi:index/resource:Resource", props: {} },
    { type: "azure-native:resources:Resource", props: {} },
  ];
  const config = { allowedTypes: ["azapi:index/resource:Resource", "resources:Resource"] };
  expect((await judge(preview.opaqueResource, { resources, config })).map(({ outcome }) => outcome)).toEqual([
    "pass",
    "pass",
  ]);
});

test("a waiver of a rule about previews needs a risk assessment and a way back", async () => {
  const waiver = {
    rule: "no-preview-models",
    type: DEPLOYMENT,
    name: "chat",
    owner: "a@b.example",
    reason: "evaluation",
    expires: "2026-12-01",
  };
  const judged = (more: Record<string, string>) =>
    judge(preview.previewModel, {
      now: "2026-11-21",
      resources: [{ type: `azure-native:${DEPLOYMENT}`, name: "chat", props: model({ name: "o1-preview" }) }],
      waivers: [{ ...waiver, ...more }],
    });
  expect(await judged({ riskAssessment: "low", rollbackPath: "gpt-5.4" })).toMatchObject([{ outcome: "waived" }]);
  const [verdict] = await judged({ riskAssessment: "low" });
  expect(verdict).toMatchObject({ outcome: "fail", level: "mandatory" });
  expect(verdict?.message).toContain("waivers[0].rollbackPath missing");
});

survivesRandomBags(preview.previewFeature, "azure-native:features:SubscriptionFeatureRegistration", [
  { featureName: "x" },
]);
survivesRandomBags(preview.previewService, "azure-native:cloudhealth:HealthModel", [{ properties: { x: 1 } }]);
survivesRandomBags(preview.opaqueResource, "azapi:index/resource:Resource", [{ body: { properties: "x" } }]);
