import { createHash } from "node:crypto";

/** 32 bytes that stay the same from run to run: random names (autonaming) come out equal for equal URNs. */
export function seedOf(urn: string): Buffer {
  return createHash("sha256").update(urn).digest();
}

/** The seed of what replaces a resource, so that its random name differs from that of the one it replaces. */
export function replacementSeedOf(urn: string): Buffer {
  return seedOf(`${urn}#replacement`);
}

/** A UUID that stays the same from run to run, for what the real engine gives a random one. */
export function uuidOf(text: string): string {
  const hex = seedOf(text).toString("hex");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
