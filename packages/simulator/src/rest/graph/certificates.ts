import { verify, X509Certificate } from "node:crypto";
import { isObject, type Properties, textOf, type Value } from "../../values";
import { stableUuid, type World, type WorldResource } from "../../world";
import { RestRefusal } from "../http/rest-refusal";

/** The certificates of an application, as they were added. */
export function certificatesOf(app: WorldResource): Properties[] {
  const { keyCredentials } = app.properties;
  return Array.isArray(keyCredentials) ? keyCredentials.filter((each) => isObject(each)) : [];
}

/**
 * Replaces an application's certificates. One that comes without its certificate must be there already.
 *
 * @throws RestRefusal 400 where what is added is no certificate.
 */
export function setCertificates(world: World, app: WorldResource, asked: Value): void {
  const known = certificatesOf(app);
  const list = (Array.isArray(asked) ? asked : []).filter((each) => isObject(each));
  const keyCredentials = list.map((each) => {
    const kept = known.find(({ keyId }) => keyId === each.keyId);
    return typeof each.key === "string" ? added(each, each.key) : (kept ?? refuse("it has no key"));
  });
  world.alter(app.id, { keyCredentials });
}

/**
 * Whether a client assertion (a signed JSON Web Token) was made with one of an application's certificates for the given
 * address, and is within its time by the machine's clock.
 */
export function assertionOpens(app: WorldResource, assertion: string, audience: string): boolean {
  const [head = "", body = "", signature = ""] = assertion.split(".");
  const claims = parsed(body);
  const now = Date.now() / 1000;
  if (claims.aud !== audience || claims.iss !== app.properties.clientId || Number(claims.exp) < now) return false;
  return certificatesOf(app).some((each) => {
    const certificate = certificateIn(textOf(each.key) ?? "");
    const isLiving = certificate !== undefined && new Date(certificate.validTo).getTime() / 1000 > now;
    if (!isLiving) return false;
    return verify("sha256", Buffer.from(`${head}.${body}`), certificate.publicKey, Buffer.from(signature, "base64url"));
  });
}

/** Microsoft Graph knows a certificate by the SHA-1 of it. */
function added(asked: Properties, key: string): Properties {
  const certificate = certificateIn(key) ?? refuse("its key is not a certificate in base64");
  const fingerprint = certificate.fingerprint.replaceAll(":", "");
  return {
    ...asked,
    keyId: textOf(asked.keyId) ?? stableUuid(fingerprint),
    customKeyIdentifier: Buffer.from(fingerprint, "hex").toString("base64"),
    startDateTime: new Date(certificate.validFrom).toISOString(),
    endDateTime: new Date(certificate.validTo).toISOString(),
    key,
  };
}

function certificateIn(base64: string): X509Certificate | undefined {
  try {
    return new X509Certificate(Buffer.from(base64, "base64"));
  } catch {
    return undefined;
  }
}

function parsed(part: string): Properties {
  try {
    const value = JSON.parse(Buffer.from(part, "base64url").toString("utf8")) as Value;
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function refuse(why: string): never {
  throw new RestRefusal(400, "Request_BadRequest", `A key credential is refused: ${why}.`);
}
