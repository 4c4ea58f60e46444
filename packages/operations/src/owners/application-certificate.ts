import { randomUUID, sign, X509Certificate } from "node:crypto";
import { generate } from "selfsigned";
import type { Secret, Slot } from "../ports";
import { DAY } from "../rotation";
import { askEntra } from "./entra-token";
import { Graph, type KeyCredential } from "./graph";
import type { MakeOwner } from "./owner-parts";
import { twoSlotOwner } from "./two-slot-owner";

/** What Entra takes at most for RS256, and NIST SP 800-57 allows beyond 2030. */
const KEY_BITS = 3072;

/** An assertion is used at once. */
const LIFE_SECONDS = 120;

/**
 * Certificates of an Entra application: two by name are the two slots. The job makes key and certificate itself, and
 * publishes both as one PEM text; Graph gets the certificate alone.
 */
export const makeOwner: MakeOwner = (parts) => {
  const graph = new Graph(parts);
  const made = new Map<Slot, string>();
  const others = async (slot: Slot) =>
    (await graph.application()).keyCredentials.filter(({ displayName }) => displayName !== slot);
  return twoSlotOwner(parts, {
    keys: async () => Object.fromEntries(made),
    holds: async (slot, key) => {
      const identifier = thumbprint(certificateIn(key));
      const { keyCredentials } = await graph.application();
      return keyCredentials.some(
        ({ displayName, customKeyIdentifier }) => displayName === slot && customKeyIdentifier === identifier,
      );
    },
    regenerate: async (slot) => {
      const { maximumAgeDays, name } = parts.secret;
      const notAfterDate = new Date(Date.now() + maximumAgeDays * DAY);
      const pems = await generate([{ name: "commonName", value: name }], {
        keySize: KEY_BITS,
        algorithm: "sha256",
        notAfterDate,
      });
      const certificate = new X509Certificate(pems.cert);
      const credential: KeyCredential = {
        type: "AsymmetricX509Cert",
        usage: "Verify",
        displayName: slot,
        key: certificate.raw.toString("base64"),
      };
      await graph.setCertificates([...(await others(slot)), credential]);
      made.set(slot, `${pems.private.trim()}\n${pems.cert.trim()}\n`);
    },
    clear: async (slot) => {
      await graph.setCertificates(await others(slot));
      made.delete(slot);
    },
    check: (key) =>
      askEntra(parts, graph, ({ appId }, audience) => ({
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion: assertion(key, appId, audience),
      })),
  });
};

function certificateIn(key: Secret): X509Certificate {
  return new X509Certificate(key.reveal());
}

/** What Graph knows a certificate by. */
function thumbprint(certificate: X509Certificate): string {
  return Buffer.from(certificate.fingerprint.replaceAll(":", ""), "hex").toString("base64");
}

/** A signed assertion (learn.microsoft.com certificate-credentials). */
function assertion(key: Secret, appId: string, audience: string): string {
  const fingerprint = certificateIn(key).fingerprint256.replaceAll(":", "");
  const now = Math.floor(Date.now() / 1000);
  const header = { alg: "RS256", typ: "JWT", "x5t#S256": Buffer.from(fingerprint, "hex").toString("base64url") };
  const claims = { aud: audience, iss: appId, sub: appId, jti: randomUUID(), nbf: now, exp: now + LIFE_SECONDS };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${sign("sha256", Buffer.from(text), key.reveal()).toString("base64url")}`;
}
