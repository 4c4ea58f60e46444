import { allOf, anyOf, resourceRule } from "../../rule";

export const openAiOutbound = resourceRule({
  id: "openai-account-named-outbound-hosts",
  title: "Azure OpenAI accounts call named hosts only",
  covers: ["CKV_AZURE_247"],
  requirements: [],
  severity: "high",
  appliesTo: "cognitiveservices:Account",
  holds: (account) => {
    const isOther = account.at("kind").isNot("OpenAI");
    if (isOther.is === "holds") return isOther;
    const restricted = allOf(
      account.at("properties.restrictOutboundNetworkAccess").is(true),
      account.at("properties.allowedFqdnList").isNotEmpty(),
    );
    return isOther.is === "unknown" ? anyOf(restricted, isOther) : restricted;
  },
  fix: "Set properties.restrictOutboundNetworkAccess to true and name the hosts in properties.allowedFqdnList.",
  why: "A model that can be talked into fetching an address can carry data out with it.",
});
