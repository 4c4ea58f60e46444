import { anyOf, resourceRule } from "../../rule";

export const customerManagedKey = resourceRule({
  id: "ai-account-customer-managed-key",
  title: "AI accounts encrypt what they store with a key of yours",
  covers: ["AzurePolicy-67121cc7-CMK"],
  requirements: [],
  severity: "medium",
  appliesTo: "cognitiveservices:Account",
  config: {
    excludedKinds: {
      type: "array",
      items: { type: "string" },
      default: [],
      description:
        "Kinds of accounts that need no such key; none by default, while Azure Policy excludes AIServices among others",
    },
  },
  holds: (account, { config: { excludedKinds } }) => {
    const encrypted = account.at("properties.encryption.keySource").is("Microsoft.KeyVault");
    return excludedKinds.length === 0 ? encrypted : anyOf(encrypted, account.at("kind").isOneOf(excludedKinds));
  },
  fix: 'Set properties.encryption.keySource to "Microsoft.KeyVault" and name the key in keyVaultProperties.',
  why: "With a key of your own you can cut access to fine-tuning data and files off at once, whoever holds the account.",
});
