import { objectOf, type Properties, secret, textOf } from "../values";
import { accessKey } from "../world/access-keys";
import type { WorldResource } from "../world/resource";
import { badRequest, conflict } from "./refusals";
import type { Action, PutContext, TypeRow } from "./row";

/** Queues, topics, events and live connections. */
export const messaging: readonly TypeRow[] = [
  namespace("Microsoft.ServiceBus/namespaces", {
    disableLocalAuth: false,
    zoneRedundant: true,
    minimumTlsVersion: "1.2",
    publicNetworkAccess: "Enabled",
  }),
  namespace("Microsoft.EventHub/namespaces", {
    isAutoInflateEnabled: false,
    kafkaEnabled: true,
    disableLocalAuth: false,
    minimumTlsVersion: "1.2",
    publicNetworkAccess: "Enabled",
  }),
  namespace("Microsoft.Relay/namespaces", {}),
  namespace("Microsoft.NotificationHubs/namespaces", {}),
  ...["queues", "topics"].map(
    (type): TypeRow => ({
      armType: `Microsoft.ServiceBus/namespaces/${type}`,
      adds: (context) => ({
        ...stamped(context),
        status: "Active",
        maxSizeInMegabytes: 1024,
        defaultMessageTimeToLive: "P10675199DT2H48M5.4775807S",
        sizeInBytes: 0,
      }),
    }),
  ),
  {
    armType: "Microsoft.ServiceBus/namespaces/topics/subscriptions",
    adds: (context) => ({ ...stamped(context), status: "Active", maxDeliveryCount: 10, messageCount: 0 }),
  },
  { armType: "Microsoft.ServiceBus/namespaces/topics/subscriptions/rules" },
  {
    armType: "Microsoft.EventHub/namespaces/eventhubs",
    adds: (context) => ({
      ...stamped(context),
      status: "Active",
      messageRetentionInDays: 7,
      partitionCount: 4,
      partitionIds: Array.from({ length: Number(context.inputs.partitionCount ?? 4) }, (_, index) => String(index)),
    }),
  },
  { armType: "Microsoft.EventHub/namespaces/eventhubs/consumergroups", adds: stamped },
  rule("Microsoft.ServiceBus/namespaces/AuthorizationRules", ["listNamespaceKeys"]),
  rule("Microsoft.ServiceBus/namespaces/queues/authorizationRules", ["listQueueKeys"]),
  rule("Microsoft.ServiceBus/namespaces/topics/authorizationRules", ["listTopicKeys"]),
  rule("Microsoft.EventHub/namespaces/authorizationRules", ["listNamespaceKeys"]),
  rule("Microsoft.EventHub/namespaces/eventhubs/authorizationRules", ["listEventHubKeys"]),
  rule("Microsoft.Relay/namespaces/authorizationRules", ["listNamespaceKeys"]),
  rule("Microsoft.Relay/namespaces/hybridConnections/authorizationRules", ["listHybridConnectionKeys"]),
  rule("Microsoft.NotificationHubs/namespaces/AuthorizationRules", ["listNamespaceKeys"]),
  rule("Microsoft.NotificationHubs/namespaces/notificationHubs/authorizationRules", ["listNotificationHubKeys"]),
  ...(["topics", "domains"] as const).map(
    (type): TypeRow => ({
      armType: `Microsoft.EventGrid/${type}`,
      adds: ({ id, name, location, uuid }) => ({
        endpoint: `https://${name.toLowerCase()}.${location}-1.eventgrid.azure.net/api/events`,
        metricResourceId: uuid("metric"),
        inputSchema: "EventGridSchema",
        publicNetworkAccess: "Enabled",
        disableLocalAuth: false,
        minimumTlsVersionAllowed: "1.2",
        privateEndpointConnections: [],
        dataResidencyBoundary: id === "" ? "" : "WithinGeopair",
      }),
      actions: { listTopicSharedAccessKeys: eventGridKeys, listDomainSharedAccessKeys: eventGridKeys },
    }),
  ),
  {
    armType: "Microsoft.EventGrid/systemTopics",
    immutable: ["source", "topicType"],
    adds: ({ uuid }) => ({ metricResourceId: uuid("metric") }),
  },
  {
    armType: "Microsoft.EventGrid/systemTopics/eventSubscriptions",
    refuses: eventSubscriptionRefusal,
    adds: eventSubscription,
  },
  { armType: "Microsoft.EventGrid/eventSubscriptions", adds: eventSubscription },
  connected("Microsoft.SignalRService/signalR", "service.signalr.net", "listSignalRKeys"),
  connected("Microsoft.SignalRService/webPubSub", "webpubsub.azure.com", "listWebPubSubKeys"),
  {
    armType: "Microsoft.Communication/communicationServices",
    adds: ({ name, uuid }) => ({
      hostName: `${name.toLowerCase()}.communication.azure.com`,
      immutableResourceId: uuid("immutable"),
      version: "1",
    }),
    actions: {
      listCommunicationServiceKeys: (service) => {
        const endpoint = `endpoint=https://${textOf(service.properties.hostName) ?? ""}/;accesskey=`;
        return pair(service, (key) => endpoint + key);
      },
    },
  },
];

function stamped({ world, existing, parent }: PutContext): Properties {
  return {
    createdAt: existing?.createdAt ?? world.clock.iso(),
    updatedAt: world.clock.iso(),
    location: textOf(parent?.properties.location) ?? "",
  };
}

function namespace(armType: string, settings: Properties): TypeRow {
  const host = "servicebus.windows.net";
  return {
    armType,
    name: {
      pattern: /^[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/,
      minimum: 6,
      maximum: 50,
      code: "BadRequest",
      message: (name) => `The specified service namespace '${name}' is invalid.`,
      checkedByProvider: true,
    },
    globalName: {
      namespace: host,
      taken: (name) => conflict("Conflict", `Namespace '${name}' is not available: the name is already in use.`),
    },
    adds: ({ name, world, existing, inputs }) => {
      const tier = textOf(objectOf(inputs.sku).name) ?? "Standard";
      return {
        serviceBusEndpoint: `https://${name.toLowerCase()}.${host}:443/`,
        metricId: `${world.identity.subscriptionId}:${name.toLowerCase()}`,
        createdAt: existing?.createdAt ?? world.clock.iso(),
        updatedAt: world.clock.iso(),
        status: "Active",
        sku: { name: tier, tier },
        ...settings,
      };
    },
    brings: ({ id }) => [
      {
        id: `${id}/AuthorizationRules/RootManageSharedAccessKey`,
        armType: `${armType}/AuthorizationRules`,
        properties: { name: "RootManageSharedAccessKey", rights: ["Listen", "Manage", "Send"] },
      },
    ],
  };
}

/** An authorization rule gives its two keys, and connection strings for the namespace or what is in it. */
function rule(armType: string, functions: readonly string[]): TypeRow {
  const keys: Action = (resource) => {
    const [, space = "", inner] =
      /\/namespaces\/([^/]+)(?:\/[A-Za-z]+\/([^/]+))?\/authorizationRules\//i.exec(resource.id) ?? [];
    const name = resource.id.split("/").at(-1) ?? "";
    const entity = inner === undefined ? "" : `;EntityPath=${inner}`;
    const start = `Endpoint=sb://${space.toLowerCase()}.servicebus.windows.net/;SharedAccessKeyName=${name};SharedAccessKey=`;
    return { keyName: name, ...pair(resource, (key) => start + key + entity) };
  };
  return { armType, actions: Object.fromEntries(functions.map((name) => [name, keys])) };
}

function pair(resource: WorldResource, connectionString: (key: string) => string): Properties {
  const [primary, secondary] = [accessKey(resource, "primary"), accessKey(resource, "secondary")];
  return {
    primaryKey: secret(primary),
    secondaryKey: secret(secondary),
    primaryConnectionString: secret(connectionString(primary)),
    secondaryConnectionString: secret(connectionString(secondary)),
  };
}

function eventGridKeys(topic: WorldResource): Properties {
  return { key1: secret(accessKey(topic, "key1")), key2: secret(accessKey(topic, "key2")) };
}

function connected(armType: string, host: string, list: string): TypeRow {
  return {
    armType,
    globalName: { taken: (name) => conflict("NameAlreadyExists", `The name '${name}' is already taken.`) },
    adds: ({ name, inputs, uuid }) => ({
      hostName: `${name.toLowerCase()}.${host}`,
      hostNamePrefix: name.toLowerCase(),
      publicPort: 443,
      serverPort: 443,
      externalIP: `20.${Number.parseInt(uuid("ip").slice(0, 2), 16)}.10.10`,
      version: "1.0",
      sku: { tier: (textOf(objectOf(inputs.sku).name) ?? "Standard_S1").split("_")[0] ?? "Standard" },
      privateEndpointConnections: [],
      sharedPrivateLinkResources: [],
    }),
    actions: {
      [list]: (resource) =>
        pair(
          resource,
          (key) => `Endpoint=https://${textOf(resource.properties.hostName) ?? ""};AccessKey=${key};Version=1.0;`,
        ),
    },
  };
}

function eventSubscription({ parent }: PutContext): Properties {
  return {
    topic: parent?.id ?? "",
    eventDeliverySchema: "EventGridSchema",
    retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 },
    labels: [],
  };
}

/** A subscription whose destination is a queue of an account that does not exist is refused. */
function eventSubscriptionRefusal({ world, inputs }: PutContext) {
  const target = textOf(objectOf(inputs.destination).resourceId);
  const isHere = target?.toLowerCase().startsWith(`/subscriptions/${world.identity.subscriptionId}/`) === true;
  if (target === undefined || !isHere || world.resource(target) !== undefined) return undefined;
  return badRequest("InvalidRequest", `Destination resource '${target}' was not found.`);
}
