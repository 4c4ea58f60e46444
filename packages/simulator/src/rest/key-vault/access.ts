import { nameOf } from "../../sdk";
import { objectOf, textOf, type Value } from "../../values";
import type { WorldResource } from "../../world";
import { note } from "../authorization/authorizer";
import type { DoorContext } from "../door-context";
import type { Principal } from "../identity/tokens";
import type { Call } from "../surface";
import { forbidden } from "./refusals";

/** What a call in a vault needs, in both of Key Vault's permission models. */
export interface VaultNeed {
  /** Data action under role assignments. */
  dataAction: string;
  /** Kind and permission under access policies, such as `secrets` and `get`. */
  policy: readonly [kind: string, permission: string];
}

/**
 * Notes what a call needs, and refuses it where the vault's permission model does not give it.
 *
 * @param id the item's id, on which a role may be assigned; the vault's for lists.
 * @throws RestRefusal 403 Forbidden, with ForbiddenByRbac or AccessDenied inside.
 */
export function demandInVault(
  context: DoorContext,
  call: Call,
  principal: Principal,
  vault: WorldResource,
  id: string,
  need: VaultNeed,
): void {
  const wanted = { action: need.dataAction, isDataAction: true, scope: id };
  note(call, wanted);
  if (!context.authorizer.isStrict) return;
  const settings = objectOf(vault.properties.properties);
  const who = `Caller: appid=${principal.clientId};oid=${principal.objectId}`;
  const where = `Vault: ${nameOf(vault.id)};location=${textOf(vault.properties.location) ?? ""}`;
  if (settings.enableRbacAuthorization === true) {
    if (context.authorizer.may(principal, wanted)) return;
    throw forbidden(
      "ForbiddenByRbac",
      "Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or role definitions " +
        `were changed recently, please observe propagation time.\r\n${who}\r\nAction: '${need.dataAction}'\r\nResource: '${id}'\r\n` +
        `Assignment: (not found)\r\nDenyAssignmentId: null\r\nDecisionReason: null \r\n${where}\r\n`,
    );
  }
  const [kind, permission] = need.policy;
  if (listOf(settings.accessPolicies).some((policy) => grants(policy, principal, kind, permission))) return;
  throw forbidden(
    "AccessDenied",
    `The user, group or application 'appid=${principal.clientId};oid=${principal.objectId}' does not have ${kind} ${permission} ` +
      `permission on key vault '${nameOf(vault.id)};location=${textOf(vault.properties.location) ?? ""}'.`,
  );
}

function grants(policy: Value, principal: Principal, kind: string, permission: string): boolean {
  const { objectId, permissions } = objectOf(policy);
  if (textOf(objectId)?.toLowerCase() !== principal.objectId.toLowerCase()) return false;
  const given = listOf(objectOf(permissions)[kind]).map((each) => String(each).toLowerCase());
  return given.includes(permission) || (given.includes("all") && permission !== "purge");
}

function listOf(value: Value | undefined): Value[] {
  return Array.isArray(value) ? value : [];
}
