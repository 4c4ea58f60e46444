import { createHash } from "node:crypto";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const LETTERS_AND_DIGITS = `${LETTERS}0123456789`;

/** RFC 9562's namespace for URLs; ours are `ringfence:` followed by the parts as JSON. */
const URL_NAMESPACE = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

/**
 * Five characters that stand for the parts: a lower-case letter, then lower-case letters or digits, from a SHA-256 of
 * the parts. The same parts give the same five for ever; 43 million values make it unlikely, not impossible, that two
 * lists of parts share theirs. Not a secret.
 */
export function stableSuffix(...parts: string[]): string {
  const digest = createHash("sha256").update(JSON.stringify(parts)).digest();
  let number = digest.readUIntBE(0, 6);
  const take = (alphabet: string): string => {
    const character = alphabet.charAt(number % alphabet.length);
    number = Math.floor(number / alphabet.length);
    return character;
  };
  return take(LETTERS) + Array.from({ length: 4 }, () => take(LETTERS_AND_DIGITS)).join("");
}

/**
 * A UUID (version 5, RFC 9562) that stands for the parts, known while a program runs and the same at every deployment:
 * the name of a role assignment or a workbook.
 */
export function stableUuid(...parts: string[]): string {
  return uuidVersion5(URL_NAMESPACE, `ringfence:${JSON.stringify(parts)}`);
}

/** RFC 9562, section 5.5: SHA-1 of namespace and name, with version and variant put in. */
export function uuidVersion5(namespace: string, name: string): string {
  const bytes = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name, "utf8")
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
