import { createHmac } from "node:crypto";
import { CosmosDBManagementClient } from "@azure/arm-cosmosdb";
import type { Secret } from "../ports";
import { armId } from "./arm-id";
import { reading, renewing } from "./client-settings";
import type { MakeOwner } from "./owner-parts";
import { askService, serviceAddress, verdictOf } from "./service-request";
import { twoSlotOwner } from "./two-slot-owner";

const API_VERSION = "2018-12-31";

/** Keys of an Azure Cosmos DB account that read and write. */
export const makeOwner: MakeOwner = (parts) => {
  const { subscription, group, names } = armId(parts.secret.owner);
  const [name] = names;
  const reads = new CosmosDBManagementClient(parts.credential, subscription, reading(parts));
  const renews = new CosmosDBManagementClient(parts.credential, subscription, renewing(parts));
  return twoSlotOwner(parts, {
    keys: async () => {
      const { primaryMasterKey, secondaryMasterKey } = await reads.databaseAccounts.listKeys(group, name);
      return { primary: primaryMasterKey, secondary: secondaryMasterKey };
    },
    // Accepted is enough: the rotation sees the new key when it is there, and following the operation takes more rights.
    regenerate: (slot) => renews.databaseAccounts.regenerateKey(group, name, { keyKind: slot }).submitted(),
    check: async (key) => {
      const account = parts.secret.endpoint === undefined ? await reads.databaseAccounts.get(group, name) : undefined;
      const address = `${serviceAddress(parts, account?.documentEndpoint)}/`;
      const date = new Date().toUTCString();
      const headers = { authorization: signed(key, date), "x-ms-date": date, "x-ms-version": API_VERSION };
      return verdictOf(await askService(parts, { address, headers }));
    },
  });
};

/** A request for the account itself, signed (learn.microsoft.com access-control-on-cosmosdb-resources). */
function signed(key: Secret, date: string): string {
  const signature = createHmac("sha256", Buffer.from(key.reveal(), "base64"))
    .update(`get\n\n\n${date.toLowerCase()}\n\n`)
    .digest("base64");
  return encodeURIComponent(`type=master&ver=1.0&sig=${signature}`);
}
