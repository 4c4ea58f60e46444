import { armTypeOf, nameOf } from "../sdk";
import { Refusal } from "./refusal";
import { idKey } from "./resource";
import type { WorldView } from "./view";

/** Segments that Azure has in every parent without anybody creating them. */
const INHERENT = /\/[^/]+\/(default|current|latest|web|\$root|virtualmachines)$/i;

/**
 * Azure's refusal of a resource whose resource group, parent or scope does not exist. Only this world's subscription is
 * judged, and others in which programs created a resource group: what lies elsewhere may well exist.
 */
export function missingParent(
  world: WorldView,
  id: string,
  isCreatable: (armType: string) => boolean = () => true,
): Refusal | undefined {
  if (!isJudged(world, id)) return undefined;
  const group = /^(\/subscriptions\/[^/]+\/resourceGroups\/([^/]+))\/.+/i.exec(id);
  if (group?.[1] !== undefined && world.resource(group[1]) === undefined) {
    return new Refusal(404, "ResourceGroupNotFound", `Resource group '${group[2]}' could not be found.`);
  }
  const parent = parentOf(id);
  if (parent === undefined || exists(world, parent)) return undefined;
  if (isExtension(id) && idKey(id).startsWith(`${idKey(parent)}/providers/`)) {
    return new Refusal(
      404,
      "ResourceNotFound",
      `The Resource '${armTypeOf(parent)}/${nameOf(parent)}' under resource group '${group?.[2] ?? ""}' was not found. ` +
        "For more details please go to https://aka.ms/ARMResourceNotFoundFix",
    );
  }
  // Such as a recovery vault's fabric: Azure brings it, and no program can.
  if (!isCreatable(armTypeOf(parent))) return missingParent(world, parent, isCreatable);
  return new Refusal(
    404,
    "ParentResourceNotFound",
    `Failed to perform 'write' on resource(s) of type '${typeTail(id)}', because the parent resource '${parent}' could not be found.`,
  );
}

function isJudged(world: WorldView, id: string): boolean {
  const subscription = /^\/subscriptions\/[^/]+\//.exec(idKey(id))?.[0];
  if (subscription === undefined) return false;
  if (subscription === `/subscriptions/${world.identity.subscriptionId.toLowerCase()}/`) return true;
  return world
    .resources("Microsoft.Resources/resourceGroups")
    .some((group) => group.assumed !== true && idKey(group.id).startsWith(subscription));
}

function exists(world: WorldView, id: string): boolean {
  if (world.resource(id) !== undefined) return true;
  const outer = id.replace(INHERENT, "");
  return outer !== id && exists(world, outer);
}

function isExtension(id: string): boolean {
  return (id.match(/\/providers\//gi)?.length ?? 0) > 1;
}

/** The id that must exist first: the scope of an extension, the parent of a child; none for a top-level resource. */
function parentOf(id: string): string | undefined {
  const at = id.toLowerCase().lastIndexOf("/providers/");
  if (at < 0) return undefined;
  const tail = id.slice(at + "/providers/".length).split("/");
  if (tail.length > 4)
    return id.slice(0, at) + ["/providers", ...tail.slice(0, tail.length % 2 === 0 ? -1 : -2)].join("/");
  if (tail.length === 4) return id.slice(0, at) + ["/providers", ...tail.slice(0, -1)].join("/");
  return isExtension(id) ? id.slice(0, at) : undefined;
}

function typeTail(id: string): string {
  return armTypeOf(id).split("/").slice(1).join("/");
}
