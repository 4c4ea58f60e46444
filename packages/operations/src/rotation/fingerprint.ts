import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Secret } from "../ports";

/** 128 bits of salt and 128 of digest: short enough for a tag, long enough that two keys never share one by chance. */
const BYTES = 16;

/**
 * What tells whether a value is the same as another and nothing else about it: a salt and the HMAC-SHA-256 of the salt
 * under the value, so that two fingerprints of one value have nothing in common. It stands in tags and in the journal.
 * The values are keys that machines made; a guessable password could be found by trying, so none is kept here.
 */
export function fingerprint(value: Secret, salt: Buffer = randomBytes(BYTES)): string {
  return `${salt.toString("hex")}.${digest(value, salt).toString("hex")}`;
}

/** Whether a fingerprint is of this value; a text that is no fingerprint is of none. */
export function isFingerprintOf(text: string | undefined, value: Secret): boolean {
  const [salt = "", expected = ""] = text?.split(".") ?? [];
  if (salt.length !== BYTES * 2 || expected.length !== BYTES * 2) return false;
  const digests = [Buffer.from(expected, "hex"), digest(value, Buffer.from(salt, "hex"))] as const;
  return digests[0].length === digests[1].length && timingSafeEqual(...digests);
}

function digest(value: Secret, salt: Buffer): Buffer {
  return createHmac("sha256", value.reveal()).update(salt).digest().subarray(0, BYTES);
}
