import { createHmac, timingSafeEqual } from "node:crypto";

/** HMAC-SHA256 in base64, as Azure's shared-key schemes sign. */
export function signature(key: string, text: string, encoding: "base64" | "utf8" = "base64"): string {
  return createHmac("sha256", Buffer.from(key, encoding)).update(text, "utf8").digest("base64");
}

/** Whether two signatures are the same, compared in constant time. */
export function sameSignature(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
