import { allOf, type Judgement, not, type Resource, resourceRule } from "../../rule";

export const networkRules = resourceRule({
  id: "ai-account-no-network-exceptions",
  title: "AI account firewalls have no exceptions",
  covers: ["ALZ-Deny-CognitiveServices-NetworkAcls"],
  requirements: [],
  severity: "medium",
  appliesTo: "cognitiveservices:Account",
  holds: (account) => allOf(hasNone(account, "ipRules"), hasNone(account, "virtualNetworkRules")),
  fix: "Remove the rules and reach the account through a private endpoint.",
  why: "Exceptions for addresses stay long after the machine behind the address has become another one.",
});

function hasNone(account: Resource, list: string): Judgement {
  const rules = account.at(`properties.networkAcls.${list}`);
  return not(rules.isNotEmpty(), rules.path, "must be empty");
}
