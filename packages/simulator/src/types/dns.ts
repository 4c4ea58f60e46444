import { textOf } from "../values";
import { stableHex } from "../world/identity";
import type { PutContext, TypeRow } from "./row";

/** Public and private DNS zones and their records. */
export const dns: readonly TypeRow[] = [
  {
    armType: "Microsoft.Network/dnsZones",
    adds: ({ id, uuid }) => {
      const number = String((Number.parseInt(stableHex(id.toLowerCase()).slice(0, 2), 16) % 9) + 1).padStart(2, "0");
      return {
        etag: uuid("etag"),
        nameServers: ["com", "net", "org", "info"].map((top, index) => `ns${index + 1}-${number}.azure-dns.${top}.`),
        maxNumberOfRecordSets: 10000,
        numberOfRecordSets: 2,
        zoneType: "Public",
      };
    },
  },
  {
    armType: "Microsoft.Network/privateDnsZones",
    adds: ({ uuid }) => ({
      etag: uuid("etag"),
      internalId: Buffer.from(uuid("internal")).toString("base64"),
      maxNumberOfRecordSets: 25000,
      maxNumberOfVirtualNetworkLinks: 1000,
      maxNumberOfVirtualNetworkLinksWithRegistration: 100,
      numberOfRecordSets: 1,
      numberOfVirtualNetworkLinks: 0,
      numberOfVirtualNetworkLinksWithRegistration: 0,
    }),
  },
  {
    armType: "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
    immutable: ["virtualNetwork"],
    adds: ({ uuid }) => ({ etag: uuid("etag"), virtualNetworkLinkState: "Completed" }),
  },
  ...["Microsoft.Network/dnsZones/{recordType}", "Microsoft.Network/privateDnsZones/{recordType}"].map(
    (armType): TypeRow => ({ armType, adds: record }),
  ),
];

function record({ id, name, inputs, uuid }: PutContext) {
  const zone = /\/(?:dnsZones|privateDnsZones)\/([^/]+)\//i.exec(id)?.[1] ?? "";
  const type = textOf(inputs.recordType) ?? "";
  const kind = /\/privateDnsZones\//i.test(id) ? "privateDnsZones" : "dnszones";
  return {
    etag: uuid("etag"),
    fqdn: name === "@" ? `${zone}.` : `${name}.${zone}.`,
    type: `Microsoft.Network/${kind}/${type}`,
  };
}
