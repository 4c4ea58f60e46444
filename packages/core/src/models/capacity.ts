import { isProvisioned, ModelSku } from "./model-sku";
import { provisioned, quota } from "./models.generated";
import type { ProvisionedStep, QuotaTier } from "./rows";

/** What a subscription may use of one model and SKU in one region, before it asks for more. */
export interface ModelQuota {
  /** Tokens a minute, over all deployments. One unit of a deployment's capacity takes 1,000 of them. */
  tokensPerMinute: number;
  /** Requests in `requestSeconds`. */
  requests: number;
  /** The seconds in which the requests count: 60, or 10 for some models. */
  requestSeconds: number;
}

/** A subscription's quota, by default a new one's (tier 1); undefined when the page does not list it. */
export function modelQuota(model: string, sku: string, tier: QuotaTier = "tier1"): ModelQuota | undefined {
  const row = quota.find(([name, itsSku]) => name === model && itsSku === sku)?.[2][tier];
  if (row === undefined) return undefined;
  const [tokensPerMinute, requests, requestSeconds] = row;
  return { tokensPerMinute, requests, requestSeconds };
}

/** How many units of capacity the quota allows in all deployments together; undefined when the page lists none. */
export function quotaCapacity(model: string, sku: string, tier: QuotaTier = "tier1"): number | undefined {
  const tokens = modelQuota(model, sku, tier)?.tokensPerMinute;
  return tokens === undefined ? undefined : Math.floor(tokens / TOKENS_A_UNIT);
}

/** Tokens a minute of one unit of a standard deployment's capacity. */
const TOKENS_A_UNIT = 1000;

/**
 * The smallest provisioned deployment of a model and the step in which it grows, in provisioned throughput units;
 * undefined for a standard SKU, and where the page does not list the model for this SKU.
 */
export function provisionedStep(model: string, sku: string): ProvisionedStep | undefined {
  if (!isProvisioned(sku)) return undefined;
  const row = provisioned.find(([name]) => name === model);
  const [, wide, regional] = row ?? [];
  return (sku === ModelSku.ProvisionedManaged ? regional : wide) ?? undefined;
}

/** Input tokens a minute that one provisioned unit of a model carries; undefined when the page does not list it. */
export function inputTokensPerUnit(model: string): number | undefined {
  return provisioned.find(([name]) => name === model)?.[3];
}
