import { objectOf, type Properties, textOf, type Value } from "../../values";
import { idKey, type World, type WorldResource } from "../../world";

/** Where the world wants a vault's events to go. */
export interface Subscription {
  id: string;
  /** Types of events; every one when empty. */
  types: readonly string[];
  /** What the subject must begin and end with. */
  begins: string;
  ends: string;
  schema: string;
  /** Id of the storage account and name of its queue. */
  account: string;
  queue: string;
  /** Object id of the identity that delivers; undefined where Event Grid does so itself. */
  identity?: string;
  maximumAttempts: number;
  /** Milliseconds since 1970. */
  createdAt: number;
}

/** The subscriptions to a vault's events that end in a storage queue. */
export function subscriptionsTo(world: World, vault: WorldResource): Subscription[] {
  const topics = world
    .resources("Microsoft.EventGrid/systemTopics")
    .filter(({ properties }) => idKey(textOf(properties.source) ?? "") === idKey(vault.id));
  const ofTopics = topics.flatMap((topic) =>
    world
      .inside(topic.id)
      .filter(({ armType }) => armType === "Microsoft.EventGrid/systemTopics/eventSubscriptions")
      .map((each) => subscription(each, topic)),
  );
  const own = world
    .resources("Microsoft.EventGrid/eventSubscriptions")
    .filter(({ id }) => idKey(id).startsWith(`${idKey(vault.id)}/providers/`))
    .map((each) => subscription(each, undefined));
  return [...ofTopics, ...own].filter((each) => each !== undefined);
}

/** Whether a subscription takes an event. */
export function takes({ types, begins, ends }: Subscription, type: string, subject: string): boolean {
  const isType = types.length === 0 || types.some((each) => each.toLowerCase() === type.toLowerCase());
  const text = subject.toLowerCase();
  return isType && text.startsWith(begins.toLowerCase()) && text.endsWith(ends.toLowerCase());
}

function subscription(resource: WorldResource, topic: WorldResource | undefined): Subscription | undefined {
  const { properties } = resource;
  const withIdentity = objectOf(properties.deliveryWithResourceIdentity);
  const destination = flat(objectOf(withIdentity.destination ?? properties.destination));
  if (!/^StorageQueue$/i.test(textOf(destination.endpointType) ?? "")) return undefined;
  const filter = objectOf(properties.filter);
  const types = filter.includedEventTypes;
  const identity =
    withIdentity.identity === undefined ? undefined : textOf(objectOf(topic?.properties.identity).principalId);
  return {
    id: resource.id,
    types: Array.isArray(types) ? types.map(String) : [],
    begins: textOf(filter.subjectBeginsWith) ?? "",
    ends: textOf(filter.subjectEndsWith) ?? "",
    schema: textOf(properties.eventDeliverySchema) ?? "EventGridSchema",
    account: textOf(destination.resourceId) ?? "",
    queue: textOf(destination.queueName) ?? "",
    ...(identity === undefined ? {} : { identity }),
    maximumAttempts: Number(objectOf(properties.retryPolicy).maxDeliveryAttempts ?? 30),
    createdAt: new Date(resource.createdAt).getTime(),
  };
}

/** Azure Resource Manager keeps a destination's members below `properties`, azure-native beside its type. */
function flat(destination: Properties): Properties {
  const inner: Value | undefined = destination.properties;
  return { ...destination, ...objectOf(inner) };
}
