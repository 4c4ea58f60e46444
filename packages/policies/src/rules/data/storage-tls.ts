import { resourceRule } from "../../rule";

export const storageTls = resourceRule({
  id: "storage-minimum-tls",
  title: "Storage accounts refuse TLS older than 1.2",
  covers: ["Azure.Storage.MinTLS"],
  requirements: [],
  severity: "high",
  appliesTo: "storage:StorageAccount",
  holds: (account) => account.at("minimumTlsVersion").isOneOf(["TLS1_2", "TLS1_3"]),
  fix: 'Set minimumTlsVersion to "TLS1_2" or "TLS1_3".',
  why: "Older versions of TLS have known weaknesses, and a client that still asks for them should fail where somebody sees it.",
});
