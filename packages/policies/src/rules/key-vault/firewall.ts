import { resourceRule } from "../../rule";

export const firewall = resourceRule({
  id: "key-vault-firewall",
  title: "Key vaults turn away networks that nobody named",
  covers: ["CKV_AZURE_109"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "keyvault:Vault",
  holds: (vault) => vault.at("properties.networkAcls.defaultAction").is("Deny"),
  fix: "Set properties.networkAcls.defaultAction to Deny, and name the networks that need the vault.",
  why: "It is what still stands when somebody switches public access on for an afternoon.",
});
