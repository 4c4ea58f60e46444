import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { type Properties, textOf } from "../../values";
import { RestRefusal } from "../http/rest-refusal";

/** Who a token speaks for. */
export interface Principal {
  /** Object id; role assignments name it. */
  objectId: string;
  /** Application id. */
  clientId: string;
  /** Resource id of the managed identity, if it is one. */
  resourceId?: string;
}

/** What a token is to say. */
export interface TokenRequest {
  principal: Principal;
  /** Resource that the token is for, such as `https://vault.azure.net`. */
  audience: string;
  /** Seconds until it expires, 86,400 when left out; below zero for one that has expired already. */
  lifetimeSeconds?: number;
}

export interface IssuedToken {
  token: string;
  /** Seconds since 1970. */
  expiresOn: number;
  lifetimeSeconds: number;
}

/** Managed identities' tokens last 24 hours. */
const LIFETIME_SECONDS = 86_400;

/**
 * Issues and checks bearer tokens, JSON Web Tokens that only this door can sign. Their times follow the machine's
 * clock, not the world's: clients keep tokens by the machine's clock.
 */
export class Tokens {
  private readonly secret = randomBytes(32);

  constructor(private readonly tenantId: string) {}

  issue({ principal, audience, lifetimeSeconds = LIFETIME_SECONDS }: TokenRequest): IssuedToken {
    const now = Math.floor(Date.now() / 1000);
    const expiresOn = now + lifetimeSeconds;
    const claims: Properties = {
      aud: audience,
      iss: `https://sts.windows.net/${this.tenantId}/`,
      iat: now,
      nbf: now - 300,
      exp: expiresOn,
      appid: principal.clientId,
      appidacr: "2",
      idtyp: "app",
      oid: principal.objectId,
      sub: principal.objectId,
      tid: this.tenantId,
      ver: "1.0",
      ...(principal.resourceId === undefined ? {} : { xms_mirid: principal.resourceId }),
    };
    const unsigned = `${encoded({ alg: "HS256", typ: "JWT" })}.${encoded(claims)}`;
    return { token: `${unsigned}.${this.sign(unsigned)}`, expiresOn, lifetimeSeconds };
  }

  /**
   * Who a bearer token speaks for.
   *
   * @param authorization the request's `Authorization` header.
   * @param audiences those that the service accepts; with or without a slash at the end is the same.
   * @throws RestRefusal 401 with Azure's code: none sent, not signed here, expired, or for another audience.
   */
  check(authorization: string | undefined, audiences: readonly string[]): Principal {
    const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? "")?.[1];
    if (token === undefined) {
      throw unauthorized("AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.");
    }
    const [head = "", body = "", signature = ""] = token.split(".");
    if (!same(signature, this.sign(`${head}.${body}`))) {
      throw unauthorized(
        "InvalidAuthenticationToken",
        "The access token is invalid: its signature is not this tenant's.",
      );
    }
    const claims = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as Properties;
    if (Number(claims.exp) <= Date.now() / 1000) {
      throw unauthorized(
        "ExpiredAuthenticationToken",
        "The access token expiry UTC time is earlier than current UTC time.",
      );
    }
    const audience = textOf(claims.aud) ?? "";
    if (!audiences.some((each) => bare(each) === bare(audience))) {
      throw unauthorized(
        "InvalidAuthenticationTokenAudience",
        `The access token has been obtained for wrong audience or resource '${audience}'. It should exactly match with ` +
          `one of the allowed audiences '${audiences.join("','")}'.`,
      );
    }
    const resourceId = textOf(claims.xms_mirid);
    return {
      objectId: textOf(claims.oid) ?? "",
      clientId: textOf(claims.appid) ?? "",
      ...(resourceId === undefined ? {} : { resourceId }),
    };
  }

  private sign(text: string): string {
    return createHmac("sha256", this.secret).update(text).digest("base64url");
  }
}

function unauthorized(code: string, message: string): RestRefusal {
  return new RestRefusal(401, code, message);
}

function encoded(value: Properties): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function bare(audience: string): string {
  return audience.toLowerCase().replace(/\/+$/, "");
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
