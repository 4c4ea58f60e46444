import { createHash, type KeyObject, type webcrypto } from "node:crypto";

/** OpenSSH's binary text: its length in four bytes, then itself (RFC 4251, section 5). */
function field(value: Buffer | string): Buffer {
  const bytes = typeof value === "string" ? Buffer.from(value) : value;
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** A positive number without leading zeros, with one when its first bit is set. */
function number(value: string | undefined): Buffer {
  let bytes = Buffer.from(value ?? "", "base64url");
  while (bytes.length > 1 && bytes[0] === 0) bytes = bytes.subarray(1);
  return field((bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

const curves: Readonly<Record<string, string>> = { "P-256": "nistp256", "P-384": "nistp384", "P-521": "nistp521" };

/** The public key in OpenSSH's form; undefined for P-224, which OpenSSH does not know. */
function publicBlob(key: KeyObject): { kind: string; blob: Buffer } | undefined {
  const jwk = key.export({ format: "jwk" });
  if (jwk.kty === "RSA")
    return { kind: "ssh-rsa", blob: Buffer.concat([field("ssh-rsa"), number(jwk.e), number(jwk.n)]) };
  if (jwk.kty === "OKP") {
    const point = Buffer.from(jwk.x ?? "", "base64url");
    return { kind: "ssh-ed25519", blob: Buffer.concat([field("ssh-ed25519"), field(point)]) };
  }
  const curve = curves[jwk.crv ?? ""];
  if (curve === undefined) return undefined;
  const point = Buffer.concat([
    Buffer.from([4]),
    ...[jwk.x, jwk.y].map((each) => Buffer.from(each ?? "", "base64url")),
  ]);
  const kind = `ecdsa-sha2-${curve}`;
  return { kind, blob: Buffer.concat([field(kind), field(curve), field(point)]) };
}

/** A public key as `authorized_keys` has it, with its two fingerprints; empty texts where OpenSSH has no such key. */
export function sshPublicKey(key: KeyObject): { openssh: string; md5: string; sha256: string } {
  const known = publicBlob(key);
  if (known === undefined) return { openssh: "", md5: "", sha256: "" };
  const md5 = createHash("md5").update(known.blob).digest("hex").match(/../g) ?? [];
  const sha256 = createHash("sha256").update(known.blob).digest("base64").replace(/=+$/, "");
  return {
    openssh: `${known.kind} ${known.blob.toString("base64")}\n`,
    md5: md5.join(":"),
    sha256: `SHA256:${sha256}`,
  };
}

/** A private key in OpenSSH's own file format, unencrypted (`PROTOCOL.key` of OpenSSH). */
export function sshPrivateKey(privateKey: KeyObject, publicKey: KeyObject): string {
  const known = publicBlob(publicKey);
  if (known === undefined) return "";
  const jwk = privateKey.export({ format: "jwk" });
  const check = createHash("sha256").update(known.blob).digest().subarray(0, 4);
  const secretPart = Buffer.concat([check, check, field(known.kind), privateFields(jwk, known.blob), field("")]);
  const padding = Buffer.from(Array.from({ length: (8 - (secretPart.length % 8)) % 8 }, (_, index) => index + 1));
  const count = Buffer.alloc(4);
  count.writeUInt32BE(1);
  const file = Buffer.concat([
    Buffer.from("openssh-key-v1\0"),
    field("none"),
    field("none"),
    field(""),
    count,
    field(known.blob),
    field(Buffer.concat([secretPart, padding])),
  ]);
  const lines = file.toString("base64").match(/.{1,70}/g) ?? [];
  return ["-----BEGIN OPENSSH PRIVATE KEY-----", ...lines, "-----END OPENSSH PRIVATE KEY-----", ""].join("\n");
}

function privateFields(jwk: webcrypto.JsonWebKey, blob: Buffer): Buffer {
  if (jwk.kty === "RSA") {
    return Buffer.concat([jwk.n, jwk.e, jwk.d, jwk.qi, jwk.p, jwk.q].map((each) => number(each)));
  }
  if (jwk.kty === "OKP") {
    const [point, seed] = [jwk.x, jwk.d].map((each) => Buffer.from(each ?? "", "base64url"));
    return Buffer.concat([
      field(point ?? ""),
      field(Buffer.concat([seed ?? Buffer.alloc(0), point ?? Buffer.alloc(0)])),
    ]);
  }
  // Everything after the key's kind in the public part: curve and point.
  const rest = blob.subarray(4 + blob.readUInt32BE(0));
  return Buffer.concat([rest, number(jwk.d)]);
}
