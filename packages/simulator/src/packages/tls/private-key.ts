import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import type { Properties } from "../../values";
import type { LocalType } from "../local-type";
import { sshPrivateKey, sshPublicKey } from "./ssh";

const generate = promisify(generateKeyPair);

/** The names of curves in the tls package and in OpenSSL. */
const curves: Readonly<Record<string, string>> = {
  P224: "secp224r1",
  P256: "prime256v1",
  P384: "secp384r1",
  P521: "secp521r1",
};

const made = [
  "privateKeyPem",
  "privateKeyPemPkcs8",
  "privateKeyOpenssh",
  "publicKeyPem",
  "publicKeyOpenssh",
  "publicKeyFingerprintMd5",
  "publicKeyFingerprintSha256",
];

/** `tls.PrivateKey`: a real key, made on this machine. */
export const privateKey: LocalType = {
  immutable: "all",
  made,
  sensitive: ["privateKeyPem", "privateKeyPemPkcs8", "privateKeyOpenssh"],
  make: async (inputs) => {
    const settings: Properties = { rsaBits: 2048, ecdsaCurve: "P224", ...inputs };
    const key = await newKey(settings);
    const publicKey = createPublicKey(key);
    const ssh = sshPublicKey(publicKey);
    const outputs = {
      ...settings,
      privateKeyPem: legacyPem(key),
      privateKeyPemPkcs8: String(key.export({ type: "pkcs8", format: "pem" })),
      privateKeyOpenssh: sshPrivateKey(key, publicKey),
      ...publicOutputs(publicKey),
    };
    return { id: ssh.sha256.replace(/\W/g, "").slice(0, 40) || "key", outputs };
  },
};

/** What a public key is written as. */
export function publicOutputs(key: KeyObject): Properties {
  const ssh = sshPublicKey(key);
  return {
    publicKeyPem: String(key.export({ type: "spki", format: "pem" })),
    publicKeyOpenssh: ssh.openssh,
    publicKeyFingerprintMd5: ssh.md5,
    publicKeyFingerprintSha256: ssh.sha256,
  };
}

/** The algorithm of a private key in PEM, as the tls package names it. */
export function algorithmOf(pem: string): "RSA" | "ECDSA" | "ED25519" {
  const kind = createPrivateKey(pem).asymmetricKeyType;
  return kind === "rsa" ? "RSA" : kind === "ec" ? "ECDSA" : "ED25519";
}

async function newKey(settings: Properties): Promise<KeyObject> {
  switch (settings.algorithm) {
    case "RSA":
      return (await generate("rsa", { modulusLength: Number(settings.rsaBits) })).privateKey;
    case "ECDSA":
      return (await generate("ec", { namedCurve: curves[String(settings.ecdsaCurve)] ?? "prime256v1" })).privateKey;
    case "ED25519":
      return (await generate("ed25519")).privateKey;
    default:
      throw new Error(`algorithm: "${String(settings.algorithm)}" is not one of RSA, ECDSA, ED25519`);
  }
}

function legacyPem(key: KeyObject): string {
  const type = key.asymmetricKeyType === "rsa" ? "pkcs1" : key.asymmetricKeyType === "ec" ? "sec1" : "pkcs8";
  return String(key.export({ type, format: "pem" } as { type: "pkcs8"; format: "pem" }));
}
