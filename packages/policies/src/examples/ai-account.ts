import { type ExampleBag, type Examples, idOf, resource } from "./example";
import {
  account,
  armId,
  availabilityAlert,
  inGroup,
  latencyAlert,
  logsOf,
  metricAlert,
  privateEndpointTo,
  throttlingAlert,
} from "./surroundings";

const properties = (given: ExampleBag) => account({ properties: given });
const capabilities = (...list: ExampleBag[]) => ({ properties: { capabilities: list } });

const connection = (given: ExampleBag) =>
  resource("cognitiveservices:ProjectConnection", "policies-index", {
    ...inGroup,
    accountName: "ai-claims-prod",
    projectName: "claims",
    properties: { category: "CognitiveSearch", target: "https://srch-claims-prod.search.windows.net", ...given },
  });

const tokensAlert = metricAlert("tokens", {
  metricName: "TotalTokens",
  timeAggregation: "Total",
  operator: "GreaterThan",
  threshold: 1_000_000,
});
const utilisationAlert = metricAlert("utilisation", {
  metricName: "ProvisionedUtilization",
  operator: "GreaterThan",
  threshold: 90,
});

const critical = { businessCriticality: "mission-critical" };

export const aiAccount: Examples = {
  "ai-account-abuse-monitoring": {
    bad: [account({}, capabilities({ name: "ContentLogging", value: "false" }))],
    good: [account({}, capabilities({ name: "ContentLogging", value: "true" }))],
  },
  "ai-account-baseline-alerts": {
    bad: [account()],
    good: [account(), availabilityAlert, latencyAlert, throttlingAlert, tokensAlert, utilisationAlert],
  },
  "ai-account-monitored": {
    bad: [account(), availabilityAlert],
    good: [account(), availabilityAlert, latencyAlert, throttlingAlert, utilisationAlert],
  },
  "ai-connection-no-static-credentials": {
    bad: [connection({ authType: "ApiKey", credentials: { key: "…" } })],
    good: [connection({ authType: "AAD" })],
  },
  "ai-account-customer-managed-key": {
    bad: [account()],
    good: [
      properties({
        encryption: {
          keySource: "Microsoft.KeyVault",
          keyVaultProperties: { keyVaultUri: "https://kv-claims-prod.vault.azure.net", keyName: "ai", keyVersion: "1" },
        },
      }),
    ],
  },
  "ai-service-diagnostic-logs": {
    bad: [account()],
    good: [account(), logsOf("claims")],
  },
  "ai-account-allowed-kinds": {
    bad: [account({ kind: "Personalizer" })],
    good: [account()],
  },
  "ai-account-no-keys": {
    bad: [account()],
    good: [properties({ disableLocalAuth: true })],
  },
  "ai-account-managed-identity": {
    bad: [account()],
    good: [account({ identity: { type: "SystemAssigned" } })],
  },
  "ai-account-multiple-regions": {
    bad: [account({ location: "swedencentral", tags: critical })],
    good: [
      account({ location: "swedencentral", tags: critical }),
      { ...account({ location: "francecentral", tags: critical }), name: "claims-second" },
    ],
  },
  "ai-account-restricted-network": {
    bad: [properties({ publicNetworkAccess: "Enabled" })],
    good: [
      properties({
        networkAcls: {
          defaultAction: "Deny",
          virtualNetworkRules: [{ id: armId("Microsoft.Network/virtualNetworks/vnet-prod/subnets/apps") }],
        },
      }),
    ],
  },
  "ai-account-no-network-exceptions": {
    bad: [properties({ networkAcls: { defaultAction: "Deny", ipRules: [{ value: "203.0.113.7" }] } })],
    good: [properties({ networkAcls: { defaultAction: "Deny" } })],
  },
  "openai-account-named-outbound-hosts": {
    bad: [account({ kind: "OpenAI" })],
    good: [
      account({
        kind: "OpenAI",
        properties: { restrictOutboundNetworkAccess: true, allowedFqdnList: ["stclaimsprod.blob.core.windows.net"] },
      }),
    ],
  },
  "ai-account-restricted-outbound": {
    bad: [account()],
    good: [properties({ restrictOutboundNetworkAccess: true })],
  },
  "ai-account-private-endpoint": {
    bad: [properties({ publicNetworkAccess: "Disabled" })],
    good: [properties({ publicNetworkAccess: "Disabled" }), privateEndpointTo("claims", "account")],
  },
  "ai-account-no-public-access": {
    bad: [account()],
    good: [properties({ publicNetworkAccess: "Disabled" })],
  },
  "ai-service-level-agreement": {
    bad: [account({ sku: { name: "F0" } })],
    good: [account({ sku: { name: "S0" } })],
  },
  "ai-account-user-owned-storage": {
    bad: [account({}, capabilities({ name: "CustomerManagedStorage" }))],
    good: [
      resource("storage:StorageAccount", "files", {
        ...inGroup,
        kind: "StorageV2",
        sku: { name: "Standard_ZRS" },
      }),
      account(
        { properties: { userOwnedStorage: [{ resourceId: idOf("files") }] } },
        capabilities({ name: "CustomerManagedStorage" }),
      ),
    ],
  },
};
