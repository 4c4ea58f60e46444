/**
 * The SKUs of model deployments that the snapshot knows: pay as you go or provisioned, by where data is processed.
 * Azure has more (batch); of those the snapshot says nothing.
 */
export const ModelSku = {
  /** Pay as you go, processed in any region of the world. */
  GlobalStandard: "GlobalStandard",
  /** Pay as you go, processed in any region of the data zone (EU or US). */
  DataZoneStandard: "DataZoneStandard",
  /** Pay as you go, processed in the account's region. */
  Standard: "Standard",
  /** Provisioned throughput, processed in any region of the world. */
  GlobalProvisionedManaged: "GlobalProvisionedManaged",
  /** Provisioned throughput, processed in any region of the data zone. */
  DataZoneProvisionedManaged: "DataZoneProvisionedManaged",
  /** Provisioned throughput, processed in the account's region. */
  ProvisionedManaged: "ProvisionedManaged",
} as const;
export type ModelSku = (typeof ModelSku)[keyof typeof ModelSku];

/** Whether a SKU is provisioned throughput: billed by the hour, sized in units, refusing beyond them. */
export function isProvisioned(sku: string): boolean {
  return sku.endsWith("ProvisionedManaged");
}
