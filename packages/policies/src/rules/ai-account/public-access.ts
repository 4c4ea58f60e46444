import { resourceRule } from "../../rule";
import { benchmarkControl } from "../psrule-control";

export const publicAccess = resourceRule({
  id: "ai-account-no-public-access",
  title: "AI accounts cannot be reached from the internet",
  covers: ["CKV_AZURE_134"],
  requirements: [],
  severity: "high",
  appliesTo: "cognitiveservices:Account",
  holds: (account) => account.at("properties.publicNetworkAccess").is("Disabled"),
  fix: 'Set properties.publicNetworkAccess to "Disabled" and reach the account through a private endpoint.',
  why: "Azure opens the public endpoint unless told otherwise, and then only a token stands between prompts and the world.",
  frameworks: [benchmarkControl("NS-2", "Azure.AI.PrivateEndpoints")],
});
