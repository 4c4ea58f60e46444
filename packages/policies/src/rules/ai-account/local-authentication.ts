import { resourceRule } from "../../rule";
import { benchmarkControl } from "../psrule-control";

export const localAuthentication = resourceRule({
  id: "ai-account-no-keys",
  title: "AI accounts accept Entra identities only",
  covers: ["Azure.AI.DisableLocalAuth"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "cognitiveservices:Account",
  holds: (account) => account.at("properties.disableLocalAuth").is(true),
  fix: "Set properties.disableLocalAuth to true, and give callers a role such as Cognitive Services OpenAI User.",
  why: "A key names nobody in the logs, opens the whole account, and lives until somebody remembers to rotate it.",
  frameworks: [benchmarkControl("IM-1", "Azure.AI.DisableLocalAuth")],
});
