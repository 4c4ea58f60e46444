import { resourceRule } from "../../rule";

export const customerManagedKey = resourceRule({
  id: "search-customer-managed-key",
  title: "Search services insist on keys of yours for what they store",
  covers: ["AzurePolicy-356da939-search-cmk"],
  requirements: [],
  severity: "medium",
  appliesTo: "search:Service",
  holds: (service) => service.at("encryptionWithCmk.enforcement").is("Enabled"),
  fix: 'Set encryptionWithCmk.enforcement to "Enabled" and give each index its encryption key.',
  why: "Which key encrypts an index is said when the index is made; without enforcement one is forgotten, and it cannot be added later.",
});
