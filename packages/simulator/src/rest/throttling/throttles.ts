import { RestRefusal } from "../http/rest-refusal";
import { type Allowance, TokenBucket } from "./token-bucket";

/** What callers may ask for, before they are told to wait. */
export interface Throttling {
  /** Azure Resource Manager, for each principal in each subscription. POST counts as a write. */
  resourceManager?: { reads: Allowance; writes: Allowance; deletes: Allowance };
  /** Key Vault, for each vault. */
  keyVault?: Allowance;
}

/**
 * What Azure publishes: Resource Manager's buckets of a service principal in a subscription
 * (learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling), and 4,000 transactions in
 * 10 seconds for the secrets of a vault (learn.microsoft.com/azure/key-vault/general/service-limits).
 */
export const azureThrottling: Required<Throttling> = {
  resourceManager: {
    reads: { size: 250, perSecond: 25 },
    writes: { size: 200, perSecond: 10 },
    deletes: { size: 200, perSecond: 10 },
  },
  keyVault: { size: 4000, perSecond: 400 },
};

/** Counts calls and refuses those that are too many. */
export class Throttles {
  private readonly buckets = new Map<string, TokenBucket>();
  private allowed: Throttling;

  constructor(allowed: Throttling) {
    this.allowed = allowed;
  }

  /** Sets what is allowed from now on; what was used is forgotten. */
  set(allowed: Throttling): void {
    this.allowed = allowed;
    this.buckets.clear();
  }

  /**
   * Counts a call to Azure Resource Manager.
   *
   * @returns the headers that tell how many calls are left.
   * @throws RestRefusal 429 with `Retry-After`.
   */
  resourceManager(method: string, principal: string, subscription: string): Readonly<Record<string, string>> {
    const kind = method === "GET" || method === "HEAD" ? "reads" : method === "DELETE" ? "deletes" : "writes";
    const allowance = this.allowed.resourceManager?.[kind];
    if (allowance === undefined) return {};
    const bucket = this.bucket(`${kind} ${principal} ${subscription}`, allowance);
    const wait = Math.ceil(bucket.take());
    if (wait === 0) return { [`x-ms-ratelimit-remaining-subscription-${kind}`]: String(bucket.remaining) };
    throw new RestRefusal(
      429,
      "SubscriptionRequestsThrottled",
      `Number of '${kind}' requests for subscription '${subscription}' actor '${principal}' exceeded. Please try again ` +
        `after '${wait}' seconds after additional tokens are available. Refer to https://aka.ms/arm-throttling for additional information.`,
      { headers: { "retry-after": String(wait) } },
    );
  }

  /**
   * Counts a call to a vault.
   *
   * @throws RestRefusal 429 with `Retry-After`.
   */
  keyVault(vault: string): void {
    const allowance = this.allowed.keyVault;
    if (allowance === undefined) return;
    const wait = Math.ceil(this.bucket(`vault ${vault}`, allowance).take());
    if (wait === 0) return;
    throw new RestRefusal(
      429,
      "Throttled",
      "Request was not processed because too many requests were received. Reason: VaultRequestTypeLimitReached",
      { headers: { "retry-after": String(wait) } },
    );
  }

  private bucket(name: string, allowance: Allowance): TokenBucket {
    const known = this.buckets.get(name) ?? new TokenBucket(allowance);
    this.buckets.set(name, known);
    return known;
  }
}
