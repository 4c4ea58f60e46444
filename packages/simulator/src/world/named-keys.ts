import { stableUuid } from "./identity";
import { namedKeysOf } from "./key-rules";
import type { NamedKey, ServiceState, WorldResource } from "./resource";

/** The keys that a resource has under names, the oldest first. */
export function namedKeys(resource: WorldResource): readonly NamedKey[] {
  return resource.state?.namedKeys ?? namedKeysOf(resource.armType)?.first?.(resource) ?? [];
}

/** What the service keeps of a resource once it has one more named key, and the key. */
export function withNamedKey(
  resource: WorldResource,
  name: string,
  createdAt: string,
  more: NamedKey["more"] = {},
): { state: ServiceState; key: NamedKey } {
  const rule = namedKeysOf(resource.armType);
  if (rule === undefined) throw new Error(`${resource.armType} has no keys with names`);
  const made = String((resource.state?.namedKeysMade ?? 0) + 1);
  const key: NamedKey = {
    id: stableUuid(resource.id.toLowerCase(), "named key", made),
    name,
    value: rule.make(resource, [name, made]),
    createdAt,
    more,
  };
  return {
    state: { ...resource.state, namedKeys: [...namedKeys(resource), key], namedKeysMade: Number(made) },
    key,
  };
}

/** What the service keeps once the key with this id is gone. */
export function withoutNamedKey(resource: WorldResource, id: string): ServiceState {
  return { ...resource.state, namedKeys: namedKeys(resource).filter((key) => key.id !== id) };
}
