import {
  anyReference,
  fails,
  grouped,
  holds,
  type Judgement,
  notApplicable,
  perStack,
  references,
  type StackResource,
  stackRule,
  unknown,
} from "../../rule";

const NEAR_EXPIRY = "Microsoft.KeyVault.SecretNearExpiry";

export const expiryEvents = stackRule({
  id: "secret-expiry-is-announced",
  title: "Somebody hears of it when a secret nears its expiry",
  covers: [],
  requirements: ["OE-R8"],
  severity: "medium",
  appliesTo: "keyvault:Secret",
  holds: (secret, { stack }) => {
    const vault = stack.linked(secret, "vaultName", "keyvault:Vault", ["vaultName", "name"]);
    if (vault.to === undefined)
      return vault.unknown === undefined ? notApplicable("Its key vault is not in the stack") : unknown(vault.unknown);
    const topics = topicsOf(stack, vault.to);
    const direct = ownSubscriptionsOf(stack, vault.to);
    const { byTopic, open } = topicSubscriptions(stack);
    const through = topics.resources.flatMap((topic) => byTopic.get(topic.urn) ?? []);
    return anyReference(
      {
        resources: [...direct.resources, ...through],
        unknown: [...direct.unknown, ...topics.unknown, ...open],
      },
      hearsNearExpiry,
      fails("vaultName", `no event subscription of this key vault takes ${NEAR_EXPIRY}`),
    );
  },
  fix: "Use SecretRotation, or subscribe to the vault's events with an eventgrid.SystemTopicEventSubscription.",
  why: "A secret that nobody is told about expires in production. Found when everything exists.",
});

/** The system topics of a vault, and the event subscriptions that name the vault itself. */
const topicsOf = references({ type: "eventgrid:SystemTopic", property: "source" });
const ownSubscriptionsOf = references({ type: "eventgrid:EventSubscription", property: "scope" });

/** The subscriptions of each system topic, and where a topic is not known. */
const topicSubscriptions = perStack((stack) => {
  const linked = stack.ofType("eventgrid:SystemTopicEventSubscription").map((subscription) => ({
    subscription,
    link: stack.linked(subscription, "systemTopicName", "eventgrid:SystemTopic", ["systemTopicName", "name"]),
  }));
  const open = linked.flatMap(({ subscription, link }) =>
    link.to === undefined && link.unknown !== undefined && subscription.sources("systemTopicName").length === 0
      ? [`${subscription.name}.${link.unknown}`]
      : [],
  );
  const groups = grouped(linked, ({ link }) => link.to?.urn);
  return {
    byTopic: new Map([...groups].map(([topic, items]) => [topic, items.map(({ subscription }) => subscription)])),
    open,
  };
});

/** A subscription that names no types of events takes all. */
function hearsNearExpiry(subscription: StackResource): Judgement {
  const types = subscription.at("filter.includedEventTypes");
  return types.judge((given) =>
    given === undefined || types.items().length === 0
      ? holds
      : types.some(`needs ${NEAR_EXPIRY}`, (type) => type.is(NEAR_EXPIRY)),
  );
}
