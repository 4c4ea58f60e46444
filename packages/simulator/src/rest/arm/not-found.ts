import { nameOf } from "../../sdk";
import type { World } from "../../world";
import { RestRefusal } from "../http/rest-refusal";

/** Azure's answer for a resource that is not there: its group's absence is told first. */
export function notFound(world: World, id: string, armType: string): RestRefusal {
  const [, subscription, group] = /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+))?/i.exec(id) ?? [];
  const groupId = `/subscriptions/${subscription}/resourceGroups/${group}`;
  if (group !== undefined && world.resource(groupId) === undefined) {
    return new RestRefusal(404, "ResourceGroupNotFound", `Resource group '${group}' could not be found.`);
  }
  const where = group === undefined ? "" : ` under resource group '${group}'`;
  return new RestRefusal(
    404,
    "ResourceNotFound",
    `The Resource '${armType}/${nameOf(id)}'${where} was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  );
}
