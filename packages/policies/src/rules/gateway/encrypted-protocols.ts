import { resourceRule } from "../../rule";

export const encryptedProtocols = resourceRule({
  id: "gateway-encrypted-protocols",
  title: "APIs at the gateway speak encrypted protocols only",
  covers: ["AzurePolicy-ee7495e7-apim-https"],
  requirements: [],
  severity: "high",
  appliesTo: "apimanagement:Api",
  holds: (api) => api.at("protocols").every((protocol) => protocol.isNoneOf(["http", "ws"])),
  fix: "Leave http and ws out of protocols: https and wss do the same, encrypted.",
  why: "Subscription keys and prompts would cross the network readable by everybody on the way.",
});
