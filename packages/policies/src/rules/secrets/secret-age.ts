import { stackRule } from "../../rule";
import { maximumAgeConfig, youngEnough } from "./age";

export const secretAge = stackRule({
  id: "secret-age",
  title: "Secrets are renewed before they get too old",
  covers: ["AzurePolicy-e8d99835-secret-age"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "keyvault:Secret",
  config: maximumAgeConfig,
  holds: (secret, { config, now }) => youngEnough(secret, config.maximumAgeInDays, now),
  fix: "Renew the secret; let SecretRotation do it from then on.",
  why: "The older a secret, the more people and logs have seen it. Judged by Azure's own dates, when everything exists.",
});
