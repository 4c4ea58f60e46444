export { inputTokensPerUnit, type ModelQuota, modelQuota, provisionedStep, quotaCapacity } from "./capacity";
export {
  daysUntilRetirement,
  isPreview,
  lifecyclesOf,
  type ModelLifecycle,
  ModelState,
  modelLifecycle,
  modelStateOn,
} from "./lifecycle";
export { isProvisioned, ModelSku } from "./model-sku";
export {
  collected as snapshotDate,
  limits as modelLimits,
  regionNames,
  sources as modelSources,
} from "./models.generated";
export { isOffered, type ModelOffer, offersOf, regionsOf, skusIn } from "./offers";
export type { ModelStage, ProvisionedStep, QuotaTier } from "./rows";
