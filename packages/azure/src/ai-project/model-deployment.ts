import type { DeploymentSku } from "./deployment-sku";
import type { PromotionEvidenceArgs } from "./evidence";

/** What Azure does with a deployment when the model gets a new version; Azure's own names. */
export const ModelUpgrade = {
  /** The version stays. When it retires, the deployment stops answering. */
  Never: "NoAutoUpgrade",
  /** The version stays until it retires; then Azure moves the deployment to the default version. */
  WhenRetired: "OnceCurrentVersionExpired",
  /** Azure moves the deployment whenever it makes another version the default, within weeks and unannounced. */
  WhenDefaultChanges: "OnceNewDefaultVersionAvailable",
} as const;
export type ModelUpgrade = (typeof ModelUpgrade)[keyof typeof ModelUpgrade];

/** What a deployment may not do unless somebody says why. */
export const ModelOpening = {
  /** Confidential or restricted data may be processed anywhere in the world. */
  GlobalProcessing: "global-processing",
  /** A preview model may run in a ring that allows no previews. */
  PreviewModel: "preview-model",
  /** Azure offers what Ringfence's dated list of models denies: the list is older than the offer. */
  NewerOffer: "newer-offer",
} as const;
export type ModelOpening = (typeof ModelOpening)[keyof typeof ModelOpening];

/** One thing that a deployment does although it is refused otherwise. */
export interface ModelOpeningArgs {
  /** What is opened: global-processing, preview-model or newer-offer. */
  opening: ModelOpening;
  /** Why, for whoever audits it: one sentence of at most 256 characters, kept as a tag on the deployment. */
  reason: string;
}

/** One deployed model. */
export interface ModelDeploymentArgs {
  /** The deployment's name, which callers send: letters, digits, `_`, `.` and `-`, 2 to 64 characters. */
  name: string;
  /** The model: `gpt-5.4`. */
  model: string;
  /** The model's format, which is its publisher in Azure's words: `OpenAI`, `DeepSeek`. OpenAI if left out. */
  format?: string;
  /** The model's version: `2026-03-05`. Required where the ring pins versions (test and prod). */
  version?: string;
  /** How it is billed and where it is processed: Standard, DataZoneStandard, ProvisionedManaged and so on. */
  sku: DeploymentSku;
  /** Thousands of tokens a minute; for provisioned SKUs the number of throughput units. */
  capacity: number;
  /** The name of one of `contentFilters`. The strict filter if left out. */
  contentFilter?: string;
  /** The deployment of the same model that answers when this provisioned one is full. */
  spilloverTo?: string;
  /**
   * What happens when the model gets a new version. If left out: where versions are pinned OnceCurrentVersionExpired,
   * so that nothing changes before Azure retires the version and nothing stops when it does; elsewhere
   * OnceNewDefaultVersionAvailable.
   */
  upgrade?: ModelUpgrade;
  /** What this deployment does although it is refused otherwise, each with its reason. */
  openings?: ModelOpeningArgs[];
  /**
   * What the model has to show for its promotion to this ring, in the ring that wants approval (prod). Without it the
   * rule promotion-evidence refuses the deployment there.
   */
  evidence?: PromotionEvidenceArgs;
}
