import { nameOf } from "../../../sdk";
import { textOf } from "../../../values";
import { accessKey, type WorldResource } from "../../../world";
import { type ArmAction, ok } from "../action";
import { slotNamed } from "./key-slot";

/** Where Service Bus, Event Hubs and Relay have authorization rules. */
const RULES = [
  "Microsoft.ServiceBus/namespaces/authorizationRules",
  "Microsoft.ServiceBus/namespaces/queues/authorizationRules",
  "Microsoft.ServiceBus/namespaces/topics/authorizationRules",
  "Microsoft.EventHub/namespaces/authorizationRules",
  "Microsoft.EventHub/namespaces/eventhubs/authorizationRules",
  "Microsoft.Relay/namespaces/authorizationRules",
  "Microsoft.Relay/namespaces/hybridConnections/authorizationRules",
];

/** Keys of authorization rules and of Event Grid topics and domains. */
export const messagingActions: readonly ArmAction[] = [
  ...RULES.flatMap(ruleActions),
  ...topics("topics"),
  ...topics("domains"),
];

function ruleActions(armType: string): ArmAction[] {
  return [
    { armType, name: "listKeys", run: ({ resource }) => ok(ruleKeys(resource)) },
    {
      armType,
      name: "regenerateKeys",
      run: ({ world, resource, body }) => {
        const slot = slotNamed(body.keyType, { PrimaryKey: "primary", SecondaryKey: "secondary" });
        world.regenerateKey(resource.id, slot, textOf(body.key));
        return ok(ruleKeys(resource));
      },
    },
  ];
}

function ruleKeys(rule: WorldResource) {
  const [, space = "", entity] =
    /\/namespaces\/([^/]+)(?:\/[A-Za-z]+\/([^/]+))?\/authorizationRules\//i.exec(rule.id) ?? [];
  const keyName = nameOf(rule.id);
  const connection = (key: string) =>
    `Endpoint=sb://${space.toLowerCase()}.servicebus.windows.net/;SharedAccessKeyName=${keyName};SharedAccessKey=${key}` +
    (entity === undefined ? "" : `;EntityPath=${entity}`);
  const [primary, secondary] = [accessKey(rule, "primary"), accessKey(rule, "secondary")];
  return {
    keyName,
    primaryKey: primary,
    secondaryKey: secondary,
    primaryConnectionString: connection(primary),
    secondaryConnectionString: connection(secondary),
  };
}

function topics(kind: "topics" | "domains"): ArmAction[] {
  const armType = `Microsoft.EventGrid/${kind}`;
  const keys = (topic: WorldResource) => ({ key1: accessKey(topic, "key1"), key2: accessKey(topic, "key2") });
  return [
    { armType, name: "listKeys", run: ({ resource }) => ok(keys(resource)) },
    {
      armType,
      name: "regenerateKey",
      run: ({ world, resource, body }) => {
        world.regenerateKey(resource.id, slotNamed(body.keyName, { key1: "key1", key2: "key2" }));
        return ok(keys(resource));
      },
    },
  ];
}
