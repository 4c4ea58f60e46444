import type { ModelSku } from "./model-sku";

/** Where in its life Microsoft says a model version is. Compare the retirement date with the day as well. */
export type ModelStage = "Preview" | "GA" | "Legacy" | "Deprecated" | "Retired";

/** Publisher, model, version (null: not versioned), stage, retirement (null: no date yet), replacement. */
export type LifecycleRow = readonly [string, string, string | null, ModelStage, string | null, string | null];

/** Model, version, SKU, and the places of its regions in `regionNames`. */
export type RegionRow = readonly [string, string, ModelSku, readonly number[]];

/** A subscription's usage tier; `tier1` is where a new one starts. */
export type QuotaTier = "free" | "tier1" | "tier2" | "tier3" | "tier4" | "tier5" | "tier6";

/** Model, SKU, and by tier: tokens a minute, requests, and the seconds in which those requests count. */
export type QuotaRow = readonly [
  string,
  ModelSku,
  { readonly [T in QuotaTier]?: readonly [tokens: number, requests: number, seconds: number] },
];

/** The smallest provisioned deployment and the step in which it grows, in provisioned throughput units. */
export interface ProvisionedStep {
  readonly min: number;
  readonly increment: number;
}

/** Model, step for global and data zone, step for one region, input tokens a minute of one unit, cost of output. */
export type ProvisionedRow = readonly [string, ProvisionedStep | null, ProvisionedStep | null, number, number | null];
