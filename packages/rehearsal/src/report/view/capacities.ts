import type { LogicalResource } from "./logical-resource";
import { groupAlike, type PropertyGroup } from "./property-group";
import { isDeployed } from "./stack-summary";

/** Properties that decide what something costs: what is bought, how much of it, how many, how long. */
const priced = new Set([
  ...["sku", "skuName", "skuTier", "tier", "family", "size", "vmSize", "pricingTier", "accountType", "performance"],
  ...["capacity", "skuCapacity", "capacityUnits", "throughput", "maxThroughput", "cpu", "memory", "amount"],
  ...["replicas", "replicaCount", "partitionCount", "minReplicas", "maxReplicas", "count", "minCount", "maxCount"],
  ...["nodeCount", "minNodeCount", "maxNodeCount", "instances", "instanceCount", "workerCount", "numberOfWorkers"],
  ...["diskSizeGB", "osDiskSizeGB", "storageSizeGB", "dailyQuotaGb", "retentionInDays", "zoneRedundant"],
]);

/** Properties inside these are what is bought, whatever they are called. */
const pricedObjects = /(^|\.)(sku|model)\.(name|tier|capacity|size|family|version)$/;

/** The cost-relevant properties of every resource that a deployment creates. */
export function capacities(resources: readonly LogicalResource[]): PropertyGroup[] {
  return groupAlike(
    resources
      .filter((resource) => [...resource.in.values()].some(isDeployed))
      .map(({ label, inputs }) => ({ resource: label, rows: inputs.filter(({ path }) => decidesCost(path)) }))
      .filter(({ rows }) => rows.length > 0),
  );
}

function decidesCost(path: string): boolean {
  return priced.has(path.split(".").at(-1) ?? "") || pricedObjects.test(path);
}
