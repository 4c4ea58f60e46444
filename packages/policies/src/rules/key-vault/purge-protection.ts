import { resourceRule } from "../../rule";

export const purgeProtection = resourceRule({
  id: "key-vault-purge-protection",
  title: "Deleted key vaults and what is in them cannot be purged before their time",
  covers: ["Azure.KeyVault.PurgeProtect"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "keyvault:Vault",
  holds: (vault) => vault.at("properties.enablePurgeProtection").is(true),
  fix: "Set properties.enablePurgeProtection to true; it cannot be switched off again afterwards.",
  why: "Whoever can delete a vault could otherwise also purge it, by mistake or for ransom; nobody can bring that back.",
});
