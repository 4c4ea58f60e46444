import { resourceRule } from "../../rule";

export const serverlessAuthentication = resourceRule({
  id: "ml-serverless-endpoint-no-keys",
  title: "Serverless endpoints accept Entra identities only",
  covers: ["cnspec-ml-serverless-endpoint-key-auth"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "machinelearningservices:ServerlessEndpoint",
  holds: (endpoint) => endpoint.at("properties.authMode").is("AAD"),
  fix: 'Set properties.authMode to "AAD"; KeyAndAAD still accepts the key.',
  why: "A key of an endpoint never expires, names nobody in the logs, and pays for whoever found it.",
});
