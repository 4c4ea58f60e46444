import type { DeploymentArgs } from "@pulumi/azure-native/cognitiveservices";
import type { Input } from "@pulumi/pulumi";
import type { RingContext } from "../ring/context";
import { evidenceTags } from "./evidence";
import { STRICT_FILTER } from "./filter-rows";
import { type ModelDeploymentArgs, ModelUpgrade } from "./model-deployment";

/** The upgrade policy that a deployment gets: what its row says, or what fits the ring. */
export function upgradePolicy({ upgrade }: ModelDeploymentArgs, { settings }: RingContext): ModelUpgrade {
  return upgrade ?? (settings.pinsModelVersions ? ModelUpgrade.WhenRetired : ModelUpgrade.WhenDefaultChanges);
}

/** A row as Azure takes it. Everything is stated, so that a changed default of Azure's changes nothing here. */
export function deploymentInputs(
  row: ModelDeploymentArgs,
  ring: RingContext,
  accountName: Input<string>,
): DeploymentArgs {
  const { name, model, format = "OpenAI", version, sku, capacity, contentFilter = STRICT_FILTER, spilloverTo } = row;
  return {
    deploymentName: name,
    accountName,
    resourceGroupName: ring.resourceGroupName,
    sku: { name: sku, capacity },
    properties: {
      model: { format, name: model, ...(version !== undefined && { version }) },
      raiPolicyName: contentFilter,
      versionUpgradeOption: upgradePolicy(row, ring),
      ...(spilloverTo !== undefined && { spilloverDeploymentName: spilloverTo }),
    },
    tags: { ...ring.tags, ...openingTags(row), ...evidenceTags(row.evidence) },
  };
}

function openingTags({ openings = [] }: ModelDeploymentArgs): Record<string, string> {
  return Object.fromEntries(openings.map(({ opening, reason }) => [`opening-${opening}`, reason]));
}
