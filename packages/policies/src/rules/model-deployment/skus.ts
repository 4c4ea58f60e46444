/** How a deployment's SKU is billed and where it processes; Azure's names, the developer tier and those to come left out. */
export interface DeploymentSku {
  name: string;
  /** Where prompts and answers are processed; what is stored stays in the account's region. */
  processedIn: "region" | "data zone" | "world";
  billedBy: "token" | "hour" | "batch";
}

/** One row a SKU (azure-ai-docs, foundry-models deployment types). */
export const deploymentSkus: readonly DeploymentSku[] = [
  { name: "Standard", processedIn: "region", billedBy: "token" },
  { name: "DataZoneStandard", processedIn: "data zone", billedBy: "token" },
  { name: "GlobalStandard", processedIn: "world", billedBy: "token" },
  { name: "ProvisionedManaged", processedIn: "region", billedBy: "hour" },
  { name: "DataZoneProvisionedManaged", processedIn: "data zone", billedBy: "hour" },
  { name: "GlobalProvisionedManaged", processedIn: "world", billedBy: "hour" },
  { name: "DataZoneBatch", processedIn: "data zone", billedBy: "batch" },
  { name: "GlobalBatch", processedIn: "world", billedBy: "batch" },
];

/** The names of the SKUs of which this is so. */
export function skusWhere(is: (sku: DeploymentSku) => boolean): readonly string[] {
  return deploymentSkus.filter(is).map(({ name }) => name);
}

/** Throughput that is bought by the hour, used or not. */
export const provisionedSkus = skusWhere(({ billedBy }) => billedBy === "hour");

/** Paid by the token, and answered at once. */
export const payAsYouGoSkus = skusWhere(({ billedBy }) => billedBy === "token");
