import { resourceRule } from "../../rule";

export const serverlessEndpoint = resourceRule({
  id: "serverless-endpoint-content-safety",
  title: "Serverless endpoints have content safety switched on",
  covers: ["serverless-endpoint-content-safety"],
  requirements: ["OE-R15"],
  severity: "critical",
  appliesTo: "machinelearningservices:ServerlessEndpoint",
  holds: (endpoint) => endpoint.at("properties.contentSafety.contentSafetyStatus").is("Enabled"),
  fix: 'Set properties.contentSafety.contentSafetyStatus to "Enabled".',
  why: "These endpoints have no content filter of their own to name; without this switch nothing looks at prompts or answers.",
});
