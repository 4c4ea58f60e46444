import { resourceRule } from "../../rule";

export const softDelete = resourceRule({
  id: "key-vault-soft-delete",
  title: "Key vaults can be brought back after deletion",
  covers: ["Azure.KeyVault.SoftDelete"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "keyvault:Vault",
  // Azure switches it on where nothing is said, so absent is fine here.
  holds: (vault) => vault.at("properties.enableSoftDelete").isNot(false),
  fix: "Remove properties.enableSoftDelete or set it to true; it cannot be switched off again afterwards.",
  why: "Without it a deleted vault takes every secret and key in it along, and what they encrypted.",
});
