import { isObject, objectOf, textOf } from "../../values";
import { idKey, type World, type WorldResource } from "../../world";
import type { Principal } from "./tokens";

const USER_ASSIGNED = "Microsoft.ManagedIdentity/userAssignedIdentities";

/** The signed-in principal of the world, as whom a program outside Azure works. */
export function signedIn(world: World): Principal {
  return { objectId: world.identity.objectId, clientId: world.identity.clientId };
}

/** The user-assigned identity with a client id, object id or resource id. */
export function userAssigned(
  world: World,
  name: "clientId" | "principalId" | "id",
  value: string,
): Principal | undefined {
  const identity = world
    .resources(USER_ASSIGNED)
    .find((each) =>
      name === "id"
        ? idKey(each.id) === idKey(value)
        : textOf(each.properties[name])?.toLowerCase() === value.toLowerCase(),
    );
  return identity === undefined ? undefined : principalOf(identity);
}

/** The system-assigned identity of a resource; undefined where it has none. */
export function systemAssigned(resource: WorldResource): Principal | undefined {
  const objectId = textOf(objectOf(resource.properties.identity).principalId);
  return objectId === undefined ? undefined : { objectId, clientId: objectId, resourceId: resource.id };
}

/** The identities that a resource's code may ask for: those assigned to it. */
export function mayUse(resource: WorldResource, principal: Principal): boolean {
  if (principal.resourceId === undefined) return false;
  if (idKey(principal.resourceId) === idKey(resource.id)) return true;
  const assigned = objectOf(resource.properties.identity).userAssignedIdentities;
  return isObject(assigned) && Object.keys(assigned).some((id) => idKey(id) === idKey(principal.resourceId ?? ""));
}

function principalOf(identity: WorldResource): Principal {
  return {
    objectId: textOf(identity.properties.principalId) ?? "",
    clientId: textOf(identity.properties.clientId) ?? "",
    resourceId: identity.id,
  };
}
