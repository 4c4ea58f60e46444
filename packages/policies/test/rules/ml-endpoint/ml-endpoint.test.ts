import type {
  OnlineDeploymentArgs,
  OnlineEndpointArgs,
  ServerlessEndpointArgs,
} from "@pulumi/azure-native/machinelearningservices";
import * as mlEndpoint from "@ringfence/policies/rules/ml-endpoint";
import { judge, unknown } from "@ringfence/policies/testing";
import { prove } from "../prove";

const ENDPOINT = "machinelearningservices:OnlineEndpoint";
const DEPLOYMENT = "machinelearningservices:OnlineDeployment";
const properties = (given: Record<string, unknown>) => ({ properties: given });
/** Bags that azure-native's own types accept. */
const online = (given: OnlineEndpointArgs["properties"]) => ({ properties: given });
const deployment = (given: OnlineDeploymentArgs["properties"]) => ({ properties: given });
const serverless = (given: ServerlessEndpointArgs["properties"]) => ({ properties: given });

prove({
  rule: mlEndpoint.onlineAuthentication,
  type: ENDPOINT,
  good: [{ props: online({ authMode: "AMLToken" }) }, { props: online({ authMode: "AADToken" }) }],
  bad: [
    { props: online({ authMode: "Key" }), at: ["properties.authMode"] },
    { props: online({ authMode: "key" }), at: ["properties.authMode"] },
    { props: properties({ publicNetworkAccess: "Disabled" }), at: ["properties.authMode"] },
  ],
  empty: "fail",
  unknown: [
    { props: properties({ authMode: unknown }), at: "properties.authMode" },
    { props: { properties: unknown }, at: "properties" },
  ],
});

prove({
  rule: mlEndpoint.publicAccess,
  type: ENDPOINT,
  good: [
    { props: properties({ publicNetworkAccess: "disabled" }) },
    { props: online({ authMode: "AADToken", publicNetworkAccess: "Disabled" }) },
  ],
  bad: [
    { props: properties({ publicNetworkAccess: "Enabled" }), at: ["properties.publicNetworkAccess"] },
    { props: online({ authMode: "AADToken" }), at: ["properties.publicNetworkAccess"] },
    { props: { publicNetworkAccess: "Disabled" }, at: ["properties.publicNetworkAccess"] },
  ],
  empty: "fail",
  unknown: [{ props: properties({ publicNetworkAccess: unknown }), at: "properties.publicNetworkAccess" }],
});

prove({
  rule: mlEndpoint.applicationInsights,
  type: DEPLOYMENT,
  good: [
    { props: deployment({ endpointComputeType: "Kubernetes", appInsightsEnabled: true }) },
    { props: deployment({ endpointComputeType: "Managed", appInsightsEnabled: true }) },
  ],
  bad: [
    { props: properties({ appInsightsEnabled: false }), at: ["properties.appInsightsEnabled"] },
    { props: deployment({ endpointComputeType: "Managed" }), at: ["properties.appInsightsEnabled"] },
  ],
  empty: "fail",
  unknown: [{ props: properties({ appInsightsEnabled: unknown }), at: "properties.appInsightsEnabled" }],
});

const MODEL = "properties.model";
const ARM = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.MachineLearningServices";
const ofRegistry = (registry: string) => `azureml://registries/${registry}/models/phi/versions/1`;

prove({
  rule: mlEndpoint.allowedRegistries,
  type: DEPLOYMENT,
  good: [
    ...[
      "azureml:claims:3",
      `${ARM}/workspaces/train/models/claims/versions/3`,
      `${ARM}/registries/AzureML/models/phi/versions/1`,
      "azureml://subscriptions/s/resourcegroups/rg/workspaces/train/datastores/d/paths/registries/elsewhere/m",
    ].map((model) => ({ props: properties({ model }) })),
    { props: deployment({ endpointComputeType: "Managed", model: ofRegistry("azureml") }) },
  ],
  bad: [
    ...[
      ofRegistry("HuggingFace"),
      ofRegistry("azureml-meta"),
      "AzureML://Registries/elsewhere/models/phi",
      "azureml://registries//models/phi",
      `${ARM}/registries/elsewhere/models/phi/versions/1`,
      "",
    ].map((model) => ({ props: properties({ model }), at: [MODEL] })),
    { props: deployment({ endpointComputeType: "Managed", environmentId: "azureml:env:1" }), at: [MODEL] },
  ],
  empty: "fail",
  unknown: [
    { props: properties({ model: unknown }), at: MODEL },
    { props: { properties: unknown }, at: "properties" },
  ],
});

test.each([
  ["contoso", ["Contoso"], "pass"],
  ["azureml", ["Contoso"], "fail"],
  ["contoso", [], "fail"],
])("a model of %s where %j are allowed: %s", async (registry, allowedRegistries, outcome) => {
  const verdicts = await judge(mlEndpoint.allowedRegistries, {
    resources: [{ type: `azure-native:${DEPLOYMENT}`, props: properties({ model: ofRegistry(registry) }) }],
    config: { allowedRegistries },
  });
  expect(verdicts.map((verdict) => verdict.outcome)).toEqual([outcome]);
});

prove({
  rule: mlEndpoint.serverlessAuthentication,
  type: "machinelearningservices:ServerlessEndpoint",
  good: [{ props: serverless({ authMode: "AAD" }) }],
  bad: [
    { props: serverless({ authMode: "Key" }), at: ["properties.authMode"] },
    { props: serverless({ authMode: "KeyAndAAD" }), at: ["properties.authMode"] },
    { props: properties({}), at: ["properties.authMode"] },
  ],
  empty: "fail",
  unknown: [{ props: properties({ authMode: unknown }), at: "properties.authMode" }],
});
