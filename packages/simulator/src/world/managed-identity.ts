import { isObject, type Properties, textOf, type Value } from "../values";
import { stableUuid } from "./identity";
import type { WorldView } from "./view";

/**
 * What Azure adds to a resource's `identity`: the system-assigned principal, and for each user-assigned identity the
 * ids it has.
 *
 * @param uuid gives the principal's id, the same for the same resource.
 */
export function managedIdentity(
  world: WorldView,
  identity: Value | undefined,
  uuid: (purpose: string) => string,
): Properties {
  if (!isObject(identity)) return {};
  const added: Properties = {};
  if (/SystemAssigned/i.test(textOf(identity.type) ?? "")) {
    added.principalId = uuid("principal");
    added.tenantId = world.identity.tenantId;
  }
  const assigned = identity.userAssignedIdentities;
  const ids = Array.isArray(assigned) ? assigned : isObject(assigned) ? Object.keys(assigned) : [];
  if (ids.length > 0) {
    added.userAssignedIdentities = Object.fromEntries(ids.map((id) => [String(id), idsOf(world, String(id))]));
  }
  return added;
}

function idsOf(world: WorldView, id: string): Properties {
  const known = world.resource(id)?.properties;
  return {
    clientId: known?.clientId ?? stableUuid(id.toLowerCase(), "client"),
    principalId: known?.principalId ?? stableUuid(id.toLowerCase(), "principal"),
  };
}
