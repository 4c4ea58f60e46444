import { nameOf } from "../../sdk";
import type { Properties } from "../../values";
import type { WorldResource } from "../../world";
import type { DoorContext } from "../door-context";
import type { RestAnswer, RestRequest } from "../http/exchange";
import { badParameter } from "./refusals";

/** Where vaults are behind the door: `/vaults/<name>/…`. */
export const VAULTS = "vaults";

/** Key Vault's largest page, and the one that is given when none is asked for. */
const PAGE = 25;

/** One request in a vault, by a caller who is known. */
export interface VaultRequest {
  context: DoorContext;
  request: RestRequest;
  vault: WorldResource;
  /** The path's segments after the vault. */
  segments: readonly string[];
  /**
   * Refuses the call unless the caller may do it.
   *
   * @param id the item's id, or the vault's for a list.
   */
  demand: (id: string, dataAction: string, policy: readonly [kind: string, permission: string]) => void;
}

/** Answers a list of a vault in pages. */
export function vaultPage(
  { context, request, vault }: VaultRequest,
  ids: () => readonly string[],
  show: (id: string) => Properties | undefined,
): RestAnswer {
  const asked = request.query.get("maxresults");
  const size = asked === null ? PAGE : Number(asked);
  if (!Number.isInteger(size) || size < 1 || size > PAGE) {
    throw badParameter(`Property maxresults has invalid value: it must be 1 to ${PAGE}.`);
  }
  const answer = context.pages.answer(request, {
    origin: `${context.origin()}/${VAULTS}/${encodeURIComponent(nameOf(vault.id))}`,
    size,
    ids,
    show,
  });
  return answer;
}
