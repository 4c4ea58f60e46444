import { allOf, resourceRule } from "../../rule";

export const onlineAuthentication = resourceRule({
  id: "ml-online-endpoint-no-keys",
  title: "Online endpoints are called with tokens, not keys",
  covers: ["cnspec-ml-online-endpoint-key-auth"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "machinelearningservices:OnlineEndpoint",
  holds: (endpoint) => {
    const mode = endpoint.at("properties.authMode");
    return allOf(mode.exists(), mode.isNot("Key"));
  },
  fix: 'Set properties.authMode to "AADToken", and give callers a role that may score on the endpoint.',
  why: "A key of an endpoint never expires, names nobody in the logs, and travels with every copy of the client.",
});
