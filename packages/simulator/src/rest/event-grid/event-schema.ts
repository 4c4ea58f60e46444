import { nameOf } from "../../sdk";
import type { Properties } from "../../values";
import type { VaultEvent } from "./vault-event";

/** An event in one of the schemas that a subscription can ask for; CloudEvents 1.0 or Event Grid's own. */
export function inSchema(event: VaultEvent, schema: string): Properties {
  const { id, type, vault, name, version } = event;
  const time = new Date(event.time).toISOString();
  const vaultName = nameOf(vault.id);
  const data: Properties = {
    Id: `https://${vaultName.toLowerCase()}.vault.azure.net/secrets/${name}/${version.version}`,
    VaultName: vaultName,
    ObjectType: "Secret",
    ObjectName: name,
    Version: version.version,
    NBF: version.nbf ?? null,
    EXP: version.exp ?? null,
  };
  if (/cloudevent/i.test(schema)) {
    return { id, source: vault.id, specversion: "1.0", type, subject: name, time, data };
  }
  return {
    id,
    topic: vault.id,
    subject: name,
    eventType: type,
    eventTime: time,
    data,
    dataVersion: "1",
    metadataVersion: "1",
  };
}
