import { anyOf, resourceRule } from "../../rule";

/** OpenAI's generally available text and embedding models that retire in 2027 or later (core's snapshot of 2026-11-21). */
const models = [
  "gpt-5",
  "gpt-5-mini",
  "gpt-5-nano",
  "gpt-5.1",
  "gpt-5.4",
  "gpt-5.4-mini",
  "gpt-5.4-nano",
  "gpt-5.5",
  "text-embedding-3-large",
  "text-embedding-3-small",
] as const;

export const allowedModels = resourceRule({
  id: "deployment-allowed-models",
  title: "Deployed OpenAI models are ones that were approved",
  covers: ["CommunityPolicy-approved-openai-models"],
  requirements: ["OE-R5"],
  severity: "high",
  appliesTo: "cognitiveservices:Deployment",
  config: {
    allowedModels: {
      type: "array",
      items: { type: "string" },
      default: models as readonly string[],
      description:
        "Names of OpenAI's models that may be deployed; by default the generally available text and embedding models that retire in 2027 or later, as of 2026-11-21",
    },
  },
  holds: (deployment, { config }) => {
    const format = deployment.at("properties.model.format");
    const approved = deployment.at("properties.model.name").isOneOf(config.allowedModels);
    const another = format.matches(/^(?!openai$)/i, "another publisher's");
    return another.is === "fails" ? approved : anyOf(approved, another);
  },
  fix: "Deploy an approved model, or have this one evaluated and added to allowedModels.",
  why: "A model that nobody evaluated answers customers all the same.",
});
