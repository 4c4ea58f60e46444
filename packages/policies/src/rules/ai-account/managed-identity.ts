import { allOf, resourceRule } from "../../rule";
import { benchmarkControl } from "../psrule-control";

export const managedIdentity = resourceRule({
  id: "ai-account-managed-identity",
  title: "AI accounts have a managed identity",
  covers: ["AzurePolicy-fe3fd216-ManagedIdentity"],
  requirements: ["OE-R8"],
  severity: "medium",
  appliesTo: "cognitiveservices:Account",
  holds: (account) => {
    const type = account.at("identity.type");
    return allOf(type.exists(), type.isNot("None"));
  },
  fix: "Set identity.type to SystemAssigned, UserAssigned, or both.",
  why: "Without an identity the account reaches storage, search and keys with secrets that somebody has to keep and rotate.",
  frameworks: [
    benchmarkControl("IM-1", "Azure.AI.ManagedIdentity"),
    benchmarkControl("IM-3", "Azure.AI.ManagedIdentity"),
  ],
});
