import { resourceRule } from "../../rule";

export const storageFirewall = resourceRule({
  id: "storage-firewall",
  title: "Storage accounts refuse networks that are not named",
  covers: ["Azure.Storage.Firewall"],
  requirements: [],
  severity: "high",
  appliesTo: "storage:StorageAccount",
  holds: (account) => account.at("networkRuleSet.defaultAction").is("Deny"),
  fix: 'Set networkRuleSet.defaultAction to "Deny" and name the networks and services that may come in.',
  why: "Without it a leaked key or token works from anywhere in the world.",
});
