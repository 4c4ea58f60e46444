import { type ExampleBag, type Examples, idOf, nameOf, resource } from "./example";
import { inGroup, logsOf, privateEndpointTo, secret, vault } from "./surroundings";

const granted = (permissions: ExampleBag) =>
  vault({
    accessPolicies: [
      {
        tenantId: "00000000-0000-0000-0000-000000000000",
        objectId: "11111111-1111-1111-1111-111111111111",
        permissions,
      },
    ],
  });

const vendorKey = secret({ contentType: "text/plain" });

export const keyVault: Examples = {
  "key-vault-access-policy-least-privilege": {
    bad: [granted({ secrets: ["all"] })],
    good: [granted({ secrets: ["get", "list"] })],
  },
  "key-vault-diagnostic-setting-audit": {
    bad: [vault({}), logsOf("claims", [{ category: "AzurePolicyEvaluationDetails", enabled: true }])],
    good: [vault({}), logsOf("claims", [{ category: "AuditEvent", enabled: true }])],
  },
  "key-vault-audited": {
    bad: [vault({})],
    good: [vault({}), logsOf("claims")],
  },
  "secret-expiry-is-announced": {
    bad: [vault({}), vendorKey],
    good: [
      vault({}),
      vendorKey,
      resource("eventgrid:SystemTopic", "vault-events", {
        ...inGroup,
        source: idOf("claims"),
        topicType: "Microsoft.KeyVault.vaults",
      }),
      resource("eventgrid:SystemTopicEventSubscription", "near-expiry", {
        ...inGroup,
        systemTopicName: nameOf("vault-events"),
        destination: { endpointType: "WebHook", endpointUrl: "https://rotate.contoso.example/near-expiry" },
        filter: { includedEventTypes: ["Microsoft.KeyVault.SecretNearExpiry"] },
      }),
    ],
  },
  "key-vault-firewall": {
    bad: [vault({})],
    good: [vault({ networkAcls: { defaultAction: "Deny", bypass: "AzureServices" } })],
  },
  "key-vault-private-endpoint": {
    bad: [vault({ publicNetworkAccess: "Disabled" })],
    good: [vault({ publicNetworkAccess: "Disabled" }), privateEndpointTo("claims", "vault")],
  },
  "key-vault-no-public-access": {
    bad: [vault({})],
    good: [vault({ publicNetworkAccess: "Disabled" })],
  },
  "key-vault-purge-protection": {
    bad: [vault({})],
    good: [vault({ enablePurgeProtection: true })],
  },
  "key-vault-role-based-access": {
    bad: [vault({})],
    good: [vault({ enableRbacAuthorization: true })],
  },
  "key-vault-soft-delete": {
    bad: [vault({ enableSoftDelete: false })],
    good: [vault({ enableSoftDelete: true, softDeleteRetentionInDays: 90 })],
  },
};
