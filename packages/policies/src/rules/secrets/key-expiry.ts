import { resourceRule } from "../../rule";

export const keyExpiry = resourceRule({
  id: "key-expires",
  title: "Keys have an expiry date",
  covers: ["AzurePolicy-152b15f7-key-expiration"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "keyvault:Key",
  holds: (key) => key.at("properties.attributes.expires").exists(),
  fix: "Set properties.attributes.expires, in seconds since 1970, and a rotation policy that renews the key before.",
  why: "Key Vault announces only what has a date: a key without one is never due and never renewed.",
});
