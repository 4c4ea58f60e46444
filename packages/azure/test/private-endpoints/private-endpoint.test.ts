import { privateEndpoint } from "../../src/private-endpoints/private-endpoint";
import { privateDnsZoneNames } from "../../src/private-endpoints/zones";
import { recordResources } from "../recorded-resources";
import { ringContextOf } from "../ring-contexts";

test("an endpoint joins the ring's endpoint subnet and registers all names of its service", async () => {
  const ring = ringContextOf("prod");
  const { resources } = await recordResources(() => {
    privateEndpoint("assistant-account-endpoint", { ring, resourceId: "/account", groupId: "account" }, {});
  });
  expect(resources.map(({ type, name, inputs }) => ({ type, name, inputs }))).toEqual([
    {
      type: "azure-native:network:PrivateEndpoint",
      name: "assistant-account-endpoint",
      inputs: {
        privateEndpointName: "pep-assistant-account-endpoint-prod",
        resourceGroupName: "rg-claims",
        location: "swedencentral",
        customNetworkInterfaceName: "pep-assistant-account-endpoint-prod-nic",
        subnet: {
          id: ring.network?.endpointsSubnetId,
          // azure-native's SDK adds these two to every subnet that it is given
          privateEndpointNetworkPolicies: "Disabled",
          privateLinkServiceNetworkPolicies: "Enabled",
        },
        privateLinkServiceConnections: [{ name: "account", privateLinkServiceId: "/account", groupIds: ["account"] }],
        tags: ring.tags,
      },
    },
    {
      type: "azure-native:network:PrivateDnsZoneGroup",
      name: "assistant-account-endpoint-zones",
      inputs: {
        privateDnsZoneGroupName: "default",
        privateEndpointName: "pep-assistant-account-endpoint-prod",
        resourceGroupName: "rg-claims",
        privateDnsZoneConfigs: [
          "privatelink.cognitiveservices.azure.com",
          "privatelink.openai.azure.com",
          "privatelink.services.ai.azure.com",
        ].map((zone) => ({
          name: zone.replaceAll(".", "-"),
          privateDnsZoneId: ring.network?.privateDnsZoneIds[zone],
        })),
      },
    },
  ]);
});

test("a ring without a network refuses and says how to get one", async () => {
  const ring = ringContextOf("dev");
  await expect(
    recordResources(() => void privateEndpoint("e", { ring, resourceId: "/vault", groupId: "vault" }, {})),
  ).rejects.toThrow(
    'private endpoint "e": ring "claims" is closed and has no virtual network; set overrides.network to "private" on the ring',
  );
});

test("a zone that the ring lacks is refused by name", async () => {
  const ring = ringContextOf("prod");
  const args = { ring, resourceId: "/vault", groupId: "vault", zones: ["privatelink.example.com"] } as const;
  await expect(recordResources(() => void privateEndpoint("e", args, {}))).rejects.toThrow(
    /the ring's network has no private DNS zone privatelink\.example\.com; it has privatelink\.vaultcore\.azure\.net, /,
  );
});

test("every zone of a private ring is listed once", () => {
  expect(new Set(privateDnsZoneNames).size).toBe(privateDnsZoneNames.length);
  for (const zone of privateDnsZoneNames) expect(zone).toMatch(/^privatelink\.[a-z.]+$/);
});
