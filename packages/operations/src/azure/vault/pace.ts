import type { PipelinePolicy } from "@azure/core-rest-pipeline";
import type { Clock } from "../../ports";

/**
 * Key Vault takes 4,000 transactions in 10 seconds from a vault's callers together (learn.microsoft.com, Azure Key Vault
 * service limits, "secrets, managed storage account keys and vault transactions"). The jobs leave nine tenths of it to
 * the applications.
 */
export const CALLS_PER_SECOND = 40;

/** Lets no more calls out than that, repeated ones included, evenly spaced. */
export function pacedPolicy(clock: Clock, callsPerSecond: number = CALLS_PER_SECOND): PipelinePolicy {
  const interval = 1000 / callsPerSecond;
  let nextAt = 0;
  return {
    name: "ringfencePace",
    sendRequest: async (request, next) => {
      const now = clock.now().getTime();
      // A clock that was set back must not stop the calls for as long.
      const at = nextAt - now > 60_000 ? now : Math.max(now, nextAt);
      nextAt = at + interval;
      if (at > now) await clock.sleep(at - now);
      return next(request);
    },
  };
}
