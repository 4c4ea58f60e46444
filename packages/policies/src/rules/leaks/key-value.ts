import { allOf, anyOf, resourceRule } from "../../rule";
import { benchmarkControl } from "../psrule-control";
import { noSecretIn } from "./secret-leaves";

/** The content type by which App Configuration knows that a value is the address of a secret (azure-docs, app-configuration). */
const REFERENCE = /^application\/vnd\.microsoft\.appconfig\.keyvaultref\+json\b/i;

export const keyValue = resourceRule({
  id: "app-configuration-no-secrets",
  title: "App Configuration holds references to secrets and not the secrets",
  covers: ["Azure.AppConfig.SecretLeak"],
  requirements: ["OE-R8"],
  severity: "critical",
  appliesTo: "appconfiguration:KeyValue",
  holds: (setting) => {
    const name = (setting.at("keyValueName").text ?? setting.name).split("$")[0] ?? "";
    const plain = allOf(...noSecretIn(setting.at("value"), name, "looks like a secret"));
    return plain.is === "holds"
      ? plain
      : anyOf(plain, setting.at("contentType").matches(REFERENCE, "that of a Key Vault reference"));
  },
  fix: "Put the secret into Key Vault and a Key Vault reference here, with its content type.",
  why: "Everybody who may read the configuration reads the secret with it, and its history keeps it after it was replaced.",
  frameworks: [benchmarkControl("IM-8", "Azure.AppConfig.SecretLeak")],
});
