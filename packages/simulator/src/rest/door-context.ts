import type { World } from "../world";
import type { Subscriptions } from "./arm/subscriptions";
import type { Authorizer } from "./authorization/authorizer";
import { header, type RestRequest } from "./http/exchange";
import type { Pages } from "./http/pages";
import type { Principal, Tokens } from "./identity/tokens";
import type { RestOptions } from "./options";
import type { Call } from "./surface";
import type { Throttles } from "./throttling/throttles";

/** What the services behind one door share. */
export interface DoorContext {
  world: World;
  options: RestOptions;
  tokens: Tokens;
  authorizer: Authorizer;
  pages: Pages;
  throttles: Throttles;
  subscriptions: Subscriptions;
  /** `https://localhost:PORT`. */
  origin: () => string;
}

/**
 * Who calls, by the bearer token of the request; the log names them.
 *
 * @param audiences what the service's tokens are issued for; the door's own address counts as well.
 * @throws RestRefusal 401.
 */
export function callerOf(
  context: DoorContext,
  request: RestRequest,
  call: Call,
  audiences: readonly string[],
): Principal {
  const principal = context.tokens.check(header(request, "authorization"), [...audiences, context.origin()]);
  call.principal = principal.objectId;
  return principal;
}
