import { anyOf, fails, holds, resourceRule } from "../../rule";

export const allowedPublishers = resourceRule({
  id: "deployment-allowed-publishers",
  title: "Deployed models come from publishers that were approved",
  covers: ["AzurePolicy-aafe3651-registry-models"],
  requirements: ["OE-R5"],
  severity: "high",
  appliesTo: "cognitiveservices:Deployment",
  config: {
    allowedPublishers: {
      type: "array",
      items: { type: "string" },
      default: ["OpenAI", "Microsoft"],
      description:
        "Publishers, as in model.publisher or model.format; by default those whose models Microsoft sells under its own terms alone",
    },
    allowedAssetIds: {
      type: "array",
      items: { type: "string" },
      default: [],
      description:
        "Parts of asset ids (model.source) that are allowed whoever publishes them: azureml://registries/ours/",
    },
  },
  holds: (deployment, { config }) => {
    const model = deployment.at("properties.model");
    const publisher = model.at("publisher");
    const source = model.at("source");
    return anyOf(
      (publisher.isAbsent ? model.at("format") : publisher).isOneOf(config.allowedPublishers),
      source.judge((given) =>
        typeof given === "string" && config.allowedAssetIds.some((part) => contains(given, part))
          ? holds
          : fails(source.path, "must be an allowed asset"),
      ),
    );
  },
  fix: "Deploy a model of an approved publisher, or have the publisher or the asset approved and added to the configuration.",
  why: "Each publisher brings its own terms, training data and safety record; somebody has to have read them.",
});

function contains(given: string, part: string): boolean {
  return part !== "" && given.toLowerCase().includes(part.toLowerCase());
}
