import { allOf, type Judgement, resourceRule, type Value } from "../../rule";

const kinds = ["keys", "secrets", "certificates", "storage"] as const;

export const accessPolicies = resourceRule({
  id: "key-vault-access-policy-least-privilege",
  title: "Access policies of key vaults grant neither everything nor purging",
  covers: ["Azure.KeyVault.AccessPolicy"],
  requirements: ["OE-R8"],
  severity: "high",
  appliesTo: ["keyvault:Vault", "keyvault:AccessPolicy"],
  holds: (resource) =>
    allOf(
      resource.at("properties.accessPolicies").every((policy) => isLimited(policy.at("permissions"))),
      isLimited(resource.at("policy.permissions")),
    ),
  fix: "List the permissions that the principal needs, for example get and list; leave purge to people with a role for it.",
  why: "A workload that may purge can destroy for good what soft delete is there to save.",
});

function isLimited(permissions: Value): Judgement {
  return allOf(
    ...kinds.map((kind) => permissions.at(kind).every((permission) => permission.isNoneOf(["all", "purge"]))),
  );
}
