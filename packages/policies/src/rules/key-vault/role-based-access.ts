import { anyOf, resourceRule } from "../../rule";

export const roleBasedAccess = resourceRule({
  id: "key-vault-role-based-access",
  title: "Access to key vaults is given by roles, not by access policies",
  covers: ["AzurePolicy-12d4fa5e-kv-rbac"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: "keyvault:Vault",
  holds: (vault) =>
    anyOf(
      vault.at("properties.enableRbacAuthorization").is(true),
      // A vault that is brought back comes with the settings that it had.
      vault.at("properties.createMode").is("recover"),
    ),
  fix: "Set properties.enableRbacAuthorization to true, and assign roles such as Key Vault Secrets User.",
  why: "Access policies open a whole vault, do not end by themselves, and let every Contributor write one for himself.",
});
