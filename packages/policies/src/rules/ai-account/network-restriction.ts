import { anyOf, resourceRule } from "../../rule";
import { benchmarkControl } from "../psrule-control";

export const networkRestriction = resourceRule({
  id: "ai-account-restricted-network",
  title: "AI accounts are reached from named networks only",
  covers: ["Azure.AI.PublicAccess"],
  requirements: [],
  severity: "high",
  appliesTo: "cognitiveservices:Account",
  holds: (account) =>
    anyOf(
      account.at("properties.publicNetworkAccess").is("Disabled"),
      account.at("properties.networkAcls.defaultAction").is("Deny"),
    ),
  fix: 'Set properties.publicNetworkAccess to "Disabled", or properties.networkAcls.defaultAction to "Deny" and name the networks.',
  why: "Without either, the account answers anybody who holds a key or a token, wherever they are.",
  frameworks: [benchmarkControl("NS-2", "Azure.AI.PublicAccess")],
});
