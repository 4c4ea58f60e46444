import { fails, holds, resourceRule } from "../../rule";

/** The name of the registry that a model's asset id or Azure resource id names. */
const REGISTRY =
  /^(?:azureml:\/\/|\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.MachineLearningServices\/)registries\/([^/]*)/i;

export const allowedRegistries = resourceRule({
  id: "ml-online-deployment-allowed-registries",
  title: "Models are deployed from registries that somebody answers for",
  covers: ["AzurePolicy-19539b54-allowed-registry"],
  requirements: ["OE-R5"],
  severity: "high",
  appliesTo: "machinelearningservices:OnlineDeployment",
  config: {
    allowedRegistries: {
      type: "array",
      items: { type: "string" },
      default: ["azureml"],
      description:
        "Names of registries that models may come from; azureml is Microsoft's own, add your organisation's. Models of the workspace itself may always be deployed",
    },
  },
  holds: (deployment, { config }) => {
    const model = deployment.at("properties.model");
    const must = `must come from the workspace or from a registry among ${config.allowedRegistries.join(", ") || "none"}`;
    return model.judge((given) => {
      if (given === undefined) return fails(model.path, `missing; ${must}`);
      const registry = REGISTRY.exec(String(given))?.[1]?.toLowerCase();
      return registry === undefined || config.allowedRegistries.some((allowed) => allowed.toLowerCase() === registry)
        ? holds
        : fails(model.path, must);
    });
  },
  fix: "Copy the model to your organisation's registry or to the workspace and deploy it from there, or have the registry added to allowedRegistries.",
  why: "Anybody may publish a model; one from an unknown registry brings code along that runs with your endpoint's identity.",
});
