import type { TokenCredential } from "@azure/core-auth";
import { type Actor, ActorKind, ActorUnknown } from "../../actions";
import { type Claims, claimsOf } from "./claims";

/** A token for storage says who it is in every cloud, and the jobs hold one anyway. */
const SCOPE = "https://storage.azure.com/.default";

/**
 * Who the run acts as: the person or application that it is signed in as, or the person whom an application names.
 * @throws ActorUnknown if the token does not say, or if a person names somebody else
 */
export async function signedInActor(credential: TokenCredential, named?: string): Promise<Actor> {
  const token = await credential.getToken(SCOPE);
  const claims = token === null ? {} : claimsOf(token.token);
  const id = text(claims, "oid");
  if (id === undefined)
    throw new ActorUnknown("the token that the program is signed in with does not say who holds it");
  const person = personName(claims);
  if (person === undefined) {
    const name = text(claims, "appid") ?? text(claims, "azp") ?? id;
    if (named === undefined) return { kind: ActorKind.Job, id, name };
    return { kind: ActorKind.Person, id: named.toLowerCase(), name: named, namedBy: id };
  }
  if (named !== undefined && named.toLowerCase() !== person.toLowerCase())
    throw new ActorUnknown(`signed in as ${person}; only an application names somebody, so leave out --as`);
  return { kind: ActorKind.Person, id, name: person };
}

/** A person's address; nothing of an application, whose tokens say so or have no scope of a user's consent. */
function personName(claims: Claims): string | undefined {
  if (claims.idtyp === "app") return undefined;
  const name = ["upn", "preferred_username", "unique_name", "email"]
    .map((claim) => text(claims, claim))
    .find((found) => found !== undefined);
  return name ?? (claims.idtyp === "user" || claims.scp !== undefined ? text(claims, "oid") : undefined);
}

function text(claims: Claims, name: string): string | undefined {
  const value = claims[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}
