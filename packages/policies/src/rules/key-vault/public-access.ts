import { resourceRule } from "../../rule";

export const publicAccess = resourceRule({
  id: "key-vault-no-public-access",
  title: "Key vaults have no public endpoint",
  covers: ["AzurePolicy-405c5871-kv-pna"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "keyvault:Vault",
  holds: (vault) => vault.at("properties.publicNetworkAccess").is("Disabled"),
  fix: "Set properties.publicNetworkAccess to Disabled, and reach the vault through a private endpoint.",
  why: "With a public endpoint a leaked token of one identity is enough to read every secret, from anywhere.",
});
