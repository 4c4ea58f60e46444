import type { Refusal } from "../world";
import type { RestAnswer, RestRequest } from "./http/exchange";
import { RestRefusal } from "./http/rest-refusal";

/** What the log says of one call. Never a header or a body: keys and tokens are in them. */
export interface Call {
  /** When it came, by the world's clock, ISO 8601. */
  at: string;
  method: string;
  /** Path without the query. */
  path: string;
  /** Object id of the principal whose token came with it. */
  principal?: string;
  /** ARM action it needs, such as `Microsoft.CognitiveServices/accounts/listKeys/action`. */
  action?: string;
  /** Data action it needs, such as `Microsoft.KeyVault/vaults/secrets/getSecret/action`. */
  dataAction?: string;
  /** Resource, group or subscription on which it needs it. */
  scope?: string;
  /** What was answered; undefined while it is under way, and when the connection was reset. */
  status?: number;
  /** Azure's error code, where it was refused. */
  code?: string;
  /** Whether a fault was injected. */
  fault?: boolean;
}

/** One service behind the door: it answers whole requests and writes its refusals in its own way. */
export interface Surface {
  answer(request: RestRequest, call: Call): Promise<RestAnswer>;
  /** How the service writes a refusal; Azure Resource Manager's envelope when left out. */
  refused?(refusal: Refusal): RestAnswer;
}

/** Azure Resource Manager's envelope for errors, which most services share. */
export function errorEnvelope(refusal: Refusal): RestAnswer {
  const details = refusal instanceof RestRefusal ? refusal.details : {};
  return {
    status: refusal.status,
    headers: details.headers,
    body: { error: { code: refusal.code, message: refusal.reason, ...details.more } },
  };
}
