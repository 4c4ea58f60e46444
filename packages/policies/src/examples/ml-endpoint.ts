import { type ExampleBag, type Examples, resource } from "./example";
import { inGroup } from "./surroundings";

const inWorkspace = { ...inGroup, workspaceName: "mlw-claims-prod" };

const endpoint = (properties: ExampleBag) =>
  resource("machinelearningservices:OnlineEndpoint", "fraud", { ...inWorkspace, properties });

const deployment = (properties: ExampleBag) =>
  resource("machinelearningservices:OnlineDeployment", "blue", {
    ...inWorkspace,
    endpointName: "fraud",
    properties: { endpointComputeType: "Managed", instanceType: "Standard_D4ds_v5", ...properties },
  });

const serverless = (authMode: string) =>
  resource("machinelearningservices:ServerlessEndpoint", "summaries", {
    ...inWorkspace,
    properties: { authMode, modelSettings: { modelId: "azureml://registries/azureml/models/Phi-4" } },
  });

export const mlEndpoint: Examples = {
  "ml-online-deployment-allowed-registries": {
    bad: [deployment({ model: "azureml://registries/somebody/models/fraud/versions/3" })],
    good: [deployment({ model: "azureml://registries/azureml/models/fraud/versions/3" })],
  },
  "ml-online-deployment-insights": {
    bad: [deployment({})],
    good: [deployment({ appInsightsEnabled: true })],
  },
  "ml-online-endpoint-no-keys": {
    bad: [endpoint({ authMode: "Key" })],
    good: [endpoint({ authMode: "AADToken" })],
  },
  "ml-online-endpoint-no-public-access": {
    bad: [endpoint({ authMode: "AADToken" })],
    good: [endpoint({ authMode: "AADToken", publicNetworkAccess: "Disabled" })],
  },
  "ml-serverless-endpoint-no-keys": {
    bad: [serverless("Key")],
    good: [serverless("AAD")],
  },
};
