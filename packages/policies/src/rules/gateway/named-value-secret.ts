import { anyOf, resourceRule } from "../../rule";

export const namedValueSecret = resourceRule({
  id: "gateway-secrets-in-key-vault",
  title: "The gateway reads its secrets from Key Vault",
  covers: ["AzurePolicy-f1cc7827-named-value-kv"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "apimanagement:NamedValue",
  holds: (named) => anyOf(named.at("keyVault.secretIdentifier").exists(), named.at("secret").isNot(true)),
  fix: "Put the secret into Key Vault and its id into keyVault.secretIdentifier, and leave value out.",
  why: "A secret that is kept in API Management has no expiry, and rotating it in the vault leaves the gateway with the old one.",
});
