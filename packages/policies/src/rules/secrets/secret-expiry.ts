import { resourceRule } from "../../rule";

export const secretExpiry = resourceRule({
  id: "secret-expires",
  title: "Secrets have an expiry date",
  covers: ["CKV_AZURE_41"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "keyvault:Secret",
  holds: (secret) => secret.at("properties.attributes.expires").exists(),
  fix: "Set properties.attributes.expires, in seconds since 1970, to a date of the plan by which the secret is renewed.",
  why: "Key Vault announces only what has a date: a secret without one is never due and never renewed.",
});
