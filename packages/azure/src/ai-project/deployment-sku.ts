/** How a model deployment is billed and where its prompts are processed; Azure's own SKU names. */
export const DeploymentSku = {
  /** Pay as you go; processed in the account's region. */
  Standard: "Standard",
  /** Pay as you go; processed anywhere in the data zone, for example the European Union. */
  DataZoneStandard: "DataZoneStandard",
  /** Pay as you go; processed anywhere in the world. */
  GlobalStandard: "GlobalStandard",
  /** Provisioned throughput; processed in the account's region. */
  ProvisionedManaged: "ProvisionedManaged",
  /** Provisioned throughput; processed anywhere in the data zone. */
  DataZoneProvisionedManaged: "DataZoneProvisionedManaged",
  /** Provisioned throughput; processed anywhere in the world. */
  GlobalProvisionedManaged: "GlobalProvisionedManaged",
  /** Batches answered within a day; processed anywhere in the data zone. */
  DataZoneBatch: "DataZoneBatch",
  /** Batches answered within a day; processed anywhere in the world. */
  GlobalBatch: "GlobalBatch",
} as const;
export type DeploymentSku = (typeof DeploymentSku)[keyof typeof DeploymentSku];

/** What follows from a SKU. */
export interface DeploymentSkuRow {
  /** Where prompts and answers are processed; what is stored stays in the account's region. */
  processedIn: "region" | "data zone" | "world";
  /** Whether the capacity is bought by the hour, in provisioned throughput units. */
  provisioned: boolean;
  /** What takes the traffic that a provisioned deployment cannot: the same place, paid by the token. */
  spillsInto?: DeploymentSku;
}

/**
 * One row a SKU. Spillover wants the same data processing level on both sides (azure-ai-docs,
 * spillover-traffic-management.md, 2025-08-27).
 */
export const deploymentSkus: Readonly<Record<DeploymentSku, DeploymentSkuRow>> = {
  Standard: { processedIn: "region", provisioned: false },
  DataZoneStandard: { processedIn: "data zone", provisioned: false },
  GlobalStandard: { processedIn: "world", provisioned: false },
  ProvisionedManaged: { processedIn: "region", provisioned: true, spillsInto: "Standard" },
  DataZoneProvisionedManaged: { processedIn: "data zone", provisioned: true, spillsInto: "DataZoneStandard" },
  GlobalProvisionedManaged: { processedIn: "world", provisioned: true, spillsInto: "GlobalStandard" },
  DataZoneBatch: { processedIn: "data zone", provisioned: false },
  GlobalBatch: { processedIn: "world", provisioned: false },
};
