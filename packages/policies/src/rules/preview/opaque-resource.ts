import { fails, holds, resourceRule } from "../../rule";

/** Types that deploy whatever their template or script says, out of sight of rules that judge by type. */
const opaqueTypes = [
  "resources:Resource",
  "resources:Deployment",
  "resources:DeploymentAtManagementGroupScope",
  "resources:DeploymentAtScope",
  "resources:DeploymentAtSubscriptionScope",
  "resources:DeploymentAtTenantScope",
  "resources:DeploymentStackAtManagementGroup",
  "resources:DeploymentStackAtResourceGroup",
  "resources:DeploymentStackAtSubscription",
  "resources:AzureCliScript",
  "resources:AzurePowerShellScript",
  "azure:*",
  "azapi:*",
] as const;

export const opaqueResource = resourceRule({
  id: "opaque-azure-resource",
  title: "Azure resources are declared with their own azure-native type",
  covers: ["opaque-arm-escape-hatch"],
  requirements: [],
  severity: "high",
  appliesTo: opaqueTypes,
  config: {
    allowedTypes: {
      type: "array",
      items: { type: "string" },
      default: [],
      description: "Types that may be used all the same: module:Name, or another package's whole token",
    },
  },
  holds: (resource, { config }) =>
    config.allowedTypes.some((allowed) => allowed === resource.azure?.type || allowed === resource.token)
      ? holds
      : fails("", "deploys what no other rule can see"),
  fix: "Declare the resource with its own type of @pulumi/azure-native; waive this rule for what has none.",
  why: "Generic resources, templates, scripts and other Azure providers get any Azure resource past every rule that judges by type.",
});
