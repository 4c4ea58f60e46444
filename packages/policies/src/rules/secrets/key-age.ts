import { stackRule } from "../../rule";
import { maximumAgeConfig, youngEnough } from "./age";

export const keyAge = stackRule({
  id: "key-age",
  title: "Keys are renewed before they get too old",
  covers: ["AzurePolicy-c26e4b24-key-age"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "keyvault:Key",
  config: maximumAgeConfig,
  holds: (key, { config, now }) => youngEnough(key, config.maximumAgeInDays, now),
  fix: "Rotate the key, and give it a rotation policy that does so from then on.",
  why: "The longer a key is in use, the more a leak of it opens. Judged by Azure's own dates, when everything exists.",
});
