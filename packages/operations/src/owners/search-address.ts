import type { KeyCheck, Secret } from "../ports";
import type { OwnerParts } from "./owner-parts";
import { askService, serviceAddress, verdictOf } from "./service-request";

const API_VERSION = "2024-07-01";

/** Asks a search service's data plane with a key. Its name is its address, in every cloud but those that say otherwise. */
export async function askSearch(parts: OwnerParts, name: string, path: string, key: Secret): Promise<KeyCheck> {
  const address = serviceAddress(parts, `https://${name}.search.windows.net`);
  return verdictOf(
    await askService(parts, {
      address: `${address}${path}?api-version=${API_VERSION}`,
      headers: { "api-key": key.reveal() },
    }),
  );
}
