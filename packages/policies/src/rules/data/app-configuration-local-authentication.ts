import { resourceRule } from "../../rule";

export const appConfigurationLocalAuthentication = resourceRule({
  id: "app-configuration-local-auth-disabled",
  title: "App Configuration stores accept Entra identities only",
  covers: ["Azure.AppConfig.DisableLocalAuth"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "appconfiguration:ConfigurationStore",
  holds: (store) => store.at("disableLocalAuth").is(true),
  fix: "Set disableLocalAuth to true and give readers the role App Configuration Data Reader.",
  why: "Whoever holds an access key can turn every feature flag, the kill switch among them, and no log says who it was.",
});
