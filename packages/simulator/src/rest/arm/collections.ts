import { armTypeOf } from "../../sdk";
import { idKey, type World, type WorldResource } from "../../world";
import { notFound } from "./not-found";
import type { ArmPath } from "./resource-path";

/**
 * What a collection holds: of a parent or a group its members, of a subscription all of the type in it.
 *
 * @throws RestRefusal 404 where the parent or group is not there.
 */
export function membersOf(world: World, { id, armType }: ArmPath): WorldResource[] {
  const isSubscription = /^\/subscriptions\/[^/]+$/i.test(id) || id === "";
  if (isSubscription) {
    const prefix = `${idKey(id)}/`;
    return world
      .resources(armType === "Microsoft.Resources/resources" ? undefined : armType)
      .filter((each) => idKey(each.id).startsWith(prefix));
  }
  if (world.resource(id) === undefined) throw notFound(world, id, armTypeOf(id));
  if (/^Microsoft\.Resources\/resources$/i.test(armType)) return topLevel(world.inside(id));
  return world.inside(id).filter((each) => each.armType.toLowerCase() === armType.toLowerCase());
}

/** Resources that are inside of nothing but their group. */
function topLevel(resources: readonly WorldResource[]): WorldResource[] {
  return resources.filter(({ id }) =>
    /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/[^/]+\/[^/]+\/[^/]+$/i.test(id),
  );
}
