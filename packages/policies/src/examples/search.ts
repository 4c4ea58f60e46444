import { type ExampleBag, type Examples, resource } from "./example";
import { inGroup, logsOf, privateEndpointTo } from "./surroundings";

const service = (args: ExampleBag = {}, name = "policies") =>
  resource("search:Service", name, { ...inGroup, sku: { name: "standard" }, ...args });

const critical = { businessCriticality: "high" };

export const search: Examples = {
  "search-customer-managed-key": {
    bad: [service()],
    good: [service({ encryptionWithCmk: { enforcement: "Enabled" } })],
  },
  "search-diagnostic-logs": {
    bad: [service()],
    good: [service(), logsOf("policies", [{ category: "OperationLogs", enabled: true }])],
  },
  "search-index-replicas": {
    bad: [service({ replicaCount: 2 })],
    good: [service({ replicaCount: 3 })],
  },
  "search-query-replicas": {
    bad: [service()],
    good: [service({ replicaCount: 2 })],
  },
  "search-no-open-ip-rule": {
    bad: [service({ networkRuleSet: { ipRules: [{ value: "0.0.0.0/0" }] } })],
    good: [service({ networkRuleSet: { ipRules: [{ value: "203.0.113.0/24" }] } })],
  },
  "search-no-keys": {
    bad: [service()],
    good: [service({ disableLocalAuth: true })],
  },
  "search-managed-identity": {
    bad: [service()],
    good: [service({ identity: { type: "SystemAssigned" } })],
  },
  "search-multiple-regions": {
    bad: [service({ location: "swedencentral", tags: critical })],
    good: [
      service({ location: "swedencentral", tags: critical }),
      service({ location: "francecentral", tags: critical }, "policies-second"),
    ],
  },
  "ai-service-private-endpoint": {
    bad: [service()],
    good: [service(), privateEndpointTo("policies", "searchService")],
  },
  "search-no-public-access": {
    bad: [service()],
    good: [service({ publicNetworkAccess: "disabled" })],
  },
  "search-no-free-tier": {
    bad: [service({ sku: { name: "free" } })],
    good: [service({ sku: { name: "basic" } })],
  },
};
