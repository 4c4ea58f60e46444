import type { AccessToken, TokenCredential } from "@azure/core-auth";

/** Who a token says it is. */
export interface LoopbackPrincipal {
  readonly oid?: string;
  readonly upn?: string;
  /** `user` or `app`. */
  readonly idtyp?: string;
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Tokens as Entra writes them, without a signature that anybody would accept but an emulator that checks none. */
export function loopbackIdentity(principal: LoopbackPrincipal = { idtyp: "app" }): TokenCredential {
  return {
    getToken: async (scopes): Promise<AccessToken> => {
      const scope = Array.isArray(scopes) ? scopes[0] : scopes;
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        aud: String(scope).replace(/\/\.default$/, ""),
        iss: "https://sts.windows.net/00000000-0000-0000-0000-000000000000/",
        iat: now - 60,
        nbf: now - 60,
        exp: now + 3600,
        oid: "11111111-1111-1111-1111-111111111111",
        ...principal,
      };
      const token = `${part({ alg: "none", typ: "JWT" })}.${part(claims)}.${Buffer.from("none").toString("base64url")}`;
      return { token, expiresOnTimestamp: claims.exp * 1000 };
    },
  };
}
