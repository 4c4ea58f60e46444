import { clientOptions } from "../azure/client-options";
import type { OwnerParts } from "./owner-parts";

/** Options of a client that reads: it tries again. */
export function reading({ resourceManager, settings }: OwnerParts) {
  return { endpoint: resourceManager, ...clientOptions(settings) };
}

/**
 * Options of a client that renews: it asks once. A renewal whose answer is lost may have happened; sent again it would
 * make another key, perhaps after the first one was published. The rotation looks at the keys before it asks again.
 */
export function renewing(parts: OwnerParts) {
  return { ...reading(parts), retryOptions: { maxRetries: 0 } };
}
