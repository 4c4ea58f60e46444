import { resourceRule } from "../../rule";

export const outboundRestriction = resourceRule({
  id: "ai-account-restricted-outbound",
  title: "AI accounts cannot call arbitrary hosts",
  covers: ["ALZ-Deny-CognitiveServices-RestrictOutboundNetworkAccess"],
  requirements: [],
  severity: "high",
  appliesTo: "cognitiveservices:Account",
  holds: (account) => account.at("properties.restrictOutboundNetworkAccess").is(true),
  fix: "Set properties.restrictOutboundNetworkAccess to true; hosts that are needed go into properties.allowedFqdnList.",
  why: "What may call any host can send what it knows to any host.",
});
