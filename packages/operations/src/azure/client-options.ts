import type { PipelinePolicy, TlsSettings } from "@azure/core-rest-pipeline";
import { timeLimit } from "./time-limit";

/**
 * How long a client waits, and how often it tries again. Set on purpose: the SDKs' own defaults differ from one another
 * and let one call take minutes. A job has half an hour, a lease a few minutes; a call that is not answered within the
 * tries below is better left to the next run. All of them obey Retry-After, and repeat only what may be repeated:
 * timeouts, 408, 429 and 5xx.
 */
export const tries = {
  /** Tries of one call, the first included. */
  most: 5,
  /** Milliseconds before the second try; it doubles from try to try. */
  firstWait: 500,
  /** Milliseconds between two tries at most, unless the service asks for more. */
  longestWait: 10_000,
  /** Milliseconds for one try. Storage and Key Vault answer within one second; a page of a list within a few. */
  timeout: 20_000,
} as const;

/** What a test or another cloud changes of every client. */
export interface ClientSettings {
  /** More certificates to trust, for clients of one process; NODE_EXTRA_CA_CERTS does it for all. */
  readonly tlsOptions?: TlsSettings;
}

/** What a client with slow calls changes. */
export interface Patience extends ClientSettings {
  /** Milliseconds for one try; `tries.timeout` if left out. */
  readonly timeout?: number;
}

/** For the clients built on Azure's common pipeline: tables, Key Vault, Resource Manager. */
export function clientOptions({ tlsOptions, timeout = tries.timeout }: Patience, ...policies: PipelinePolicy[]) {
  return {
    tlsOptions,
    retryOptions: {
      maxRetries: tries.most - 1,
      retryDelayInMs: tries.firstWait,
      maxRetryDelayInMs: tries.longestWait,
    },
    additionalPolicies: [timeLimit(timeout), ...policies].map((policy) => ({ policy, position: "perRetry" as const })),
  };
}

/** For blobs and queues, which have a retry policy of their own. */
export function storageOptions({ tlsOptions }: ClientSettings) {
  return {
    tlsOptions,
    retryOptions: {
      maxTries: tries.most,
      tryTimeoutInMs: tries.timeout,
      retryDelayInMs: tries.firstWait,
      maxRetryDelayInMs: tries.longestWait,
    },
  };
}
