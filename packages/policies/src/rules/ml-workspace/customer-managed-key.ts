import { resourceRule } from "../../rule";

export const customerManagedKey = resourceRule({
  id: "ml-workspace-customer-managed-key",
  title: "Machine Learning workspaces encrypt what they store with a key of yours",
  covers: ["AzurePolicy-ba769a63-ml-cmk"],
  requirements: [],
  severity: "medium",
  appliesTo: "machinelearningservices:Workspace",
  holds: (workspace) => workspace.at("encryption.status").is("Enabled"),
  fix: 'Set encryption.status to "Enabled" and name the key in encryption.keyVaultProperties when the workspace is created; it cannot be added later.',
  why: "Run history, metrics and model metadata lie in Microsoft's subscription; with a key of your own you can cut access off.",
});
