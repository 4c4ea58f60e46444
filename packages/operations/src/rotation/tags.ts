import { createHash } from "node:crypto";
import type { Secret, VaultItem } from "../ports";
import type { RotationEntry } from "./entry";
import { fingerprint } from "./fingerprint";
import type { RotatedSecret } from "./rotated-secret";

/**
 * The tags of a version. The first three are the convention of Azure's own rotation samples (azure-docs
 * tutorial-rotation-dual.md), so that other tools understand them.
 */
export const Tag = {
  Slot: "CredentialId",
  Owner: "ProviderAddress",
  Days: "ValidityPeriodDays",
  Correlation: "ringfence-correlation",
  Fingerprint: "ringfence-fingerprint",
  /** On a version whose key is about to be killed: writing it makes Key Vault say what time it is. */
  Retiring: "ringfence-retiring",
  /** On a version whose value has leaked and is dead. */
  Revoked: "ringfence-revoked",
} as const;

/** A tag's value has at most 256 characters (azure-docs about-keys-secrets-certificates.md); some Azure ids have more. */
const LONGEST = 256;

/** An owner's id as a tag; compared without regard to letter case, as Azure compares ids. */
export function ownerTag(owner: string): string {
  const id = owner.toLowerCase();
  return id.length <= LONGEST ? id : `sha256:${createHash("sha256").update(id).digest("hex")}`;
}

/** The tags of the version that a rotation publishes. */
export function versionTags(secret: RotatedSecret, entry: RotationEntry, value: Secret): Record<string, string> {
  return {
    [Tag.Slot]: entry.target,
    [Tag.Owner]: ownerTag(secret.owner),
    [Tag.Days]: String(secret.maximumAgeDays),
    [Tag.Correlation]: entry.correlation,
    [Tag.Fingerprint]: fingerprint(value),
  };
}

/** Whether this job wrote the version for this owner. */
export function isOfOwner({ tags }: VaultItem, owner: string): boolean {
  return tags[Tag.Owner]?.toLowerCase() === ownerTag(owner);
}
