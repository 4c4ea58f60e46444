import { type Properties, textOf } from "../values";
import { stableUuid } from "../world/identity";
import type { WorldView } from "../world/view";
import { etag, items } from "./named-parts";
import { badRequest } from "./refusals";
import type { PutContext, TypeRow } from "./row";

const NETWORK = "Microsoft.Network";

/** Private endpoints: their network interfaces, addresses and names. */
export const privateEndpoints: readonly TypeRow[] = [
  {
    armType: `${NETWORK}/privateEndpoints`,
    immutable: [
      "subnet",
      "privateLinkServiceConnections",
      "manualPrivateLinkServiceConnections",
      "customNetworkInterfaceName",
    ],
    refuses: privateEndpointRefusal,
    adds: ({ id, inputs, uuid, world }) => {
      const interfaceId = networkInterfaceId(id, uuid, inputs);
      return {
        etag: `W/"${uuid("etag")}"`,
        networkInterfaces: [{ id: interfaceId }],
        customDnsConfigs: connectionsOf(inputs).map(({ target, groups }, index) => ({
          fqdn: privateName(world, target, groups),
          ipAddresses: [`10.0.0.${4 + index}`],
        })),
        ipConfigurations: [],
        manualPrivateLinkServiceConnections: [],
        privateLinkServiceConnections: items(inputs.privateLinkServiceConnections).map((each) => ({
          id: `${id}/privateLinkServiceConnections/${textOf(each.name) ?? ""}`,
          provisioningState: "Succeeded",
          privateLinkServiceConnectionState: {
            status: "Approved",
            description: "Auto-approved",
            actionsRequired: "None",
          },
        })),
      };
    },
    brings: ({ id, inputs, uuid, location }) => [
      {
        id: networkInterfaceId(id, uuid, inputs),
        armType: `${NETWORK}/networkInterfaces`,
        properties: {
          name: networkInterfaceId(id, uuid, inputs).split("/").at(-1) ?? "",
          type: `${NETWORK}/networkInterfaces`,
          location,
          ipConfigurations: [
            {
              name: "privateEndpointIpConfig",
              privateIPAddress: "10.0.0.4",
              primary: true,
              privateIPAllocationMethod: "Dynamic",
            },
          ],
        },
      },
    ],
  },
  {
    armType: `${NETWORK}/privateEndpoints/privateDnsZoneGroups`,
    adds: (context) => ({
      ...etag(context),
      privateDnsZoneConfigs: items(context.inputs.privateDnsZoneConfigs).map(() => ({ recordSets: [] })),
    }),
  },
];

function networkInterfaceId(id: string, uuid: (purpose: string) => string, inputs: Properties): string {
  const [group = ""] = id.split("/providers/");
  const name = textOf(inputs.customNetworkInterfaceName) ?? `${id.split("/").at(-1)}.nic.${uuid("nic")}`;
  return `${group}/providers/${NETWORK}/networkInterfaces/${name}`;
}

function connectionsOf(inputs: Properties): { target: string; groups: string[] }[] {
  return [...items(inputs.privateLinkServiceConnections), ...items(inputs.manualPrivateLinkServiceConnections)].map(
    (each) => ({
      target: textOf(each.privateLinkServiceId) ?? "",
      groups: (Array.isArray(each.groupIds) ? each.groupIds : []).map(String),
    }),
  );
}

/** A private endpoint needs a target that exists and, for an AI account, one on which nothing is under way. */
function privateEndpointRefusal({ world, inputs }: PutContext) {
  for (const { target } of connectionsOf(inputs)) {
    if (world.isBusy(target)) {
      return badRequest(
        "AccountProvisioningStateInvalid",
        `Call to Microsoft.CognitiveServices/accounts failed. Account ${target} in state Accepted`,
      );
    }
    const home = `/subscriptions/${world.identity.subscriptionId}/`;
    if (target.toLowerCase().startsWith(home) && world.resource(target) === undefined) {
      return badRequest(
        "LinkedInvalidPropertyId",
        `Property id '${target}' at path 'properties.privateLinkServiceConnections' is invalid. The resource does not exist.`,
      );
    }
  }
  return undefined;
}

function privateName(world: WorldView, target: string, groups: readonly string[]): string {
  const name = (target.split("/").at(-1) ?? "").toLowerCase();
  const hosts: Readonly<Record<string, string>> = {
    account: "cognitiveservices.azure.com",
    vault: "vault.azure.net",
    sites: "azurewebsites.net",
    registry: "azurecr.io",
    searchservice: "search.windows.net",
    sql: "documents.azure.com",
    sqlserver: "database.windows.net",
    rediscache: "redis.cache.windows.net",
    namespace: "servicebus.windows.net",
    configurationstores: "azconfig.io",
    amlworkspace: "api.azureml.ms",
  };
  const group = (groups[0] ?? "").toLowerCase();
  if (["blob", "file", "queue", "table", "web", "dfs"].includes(group)) return `${name}.${group}.core.windows.net`;
  return `${name}.${hosts[group] ?? `${stableUuid(target, world.identity.tenantId).slice(0, 8)}.azure.example`}`;
}
