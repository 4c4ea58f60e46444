import type { Input } from "@pulumi/pulumi";
import type { SecretOwnerType } from "./owner-types";

/** Hours for which the key before stays valid unless stated: every consumer restarts or reads again within a day. */
export const DEFAULT_OVERLAP_HOURS = 24;

/** The longest overlap: the seven days that are left between two renewals of the shortest life. */
export const LONGEST_OVERLAP_HOURS = 168;

/**
 * A secret that the rotation job writes: a service's key, renewed before it gets too old. The program never holds its
 * value. Were it declared with one, the next `pulumi up` after a refresh would put an old key back over the rotated
 * one, and the state would keep a copy of it.
 */
export interface RotatedSecretArgs {
  /** The secret's name in the ring's key vault: 1 to 127 letters, digits and hyphens. */
  name: string;
  /** The Azure id of the service whose key it is. One service gives one secret: its two keys take turns behind it. */
  owner: Input<string>;
  /** The kind of that service; it decides how the key is renewed and what the job may do there. */
  ownerType: SecretOwnerType;
  /**
   * Days from a key's renewal until it expires, 37 to the ring's `secretMaximumAgeDays`, which it is if left out. The
   * job renews it 30 days before, when Key Vault announces the expiry.
   */
  maximumAgeDays?: number;
  /** Hours for which the key before stays valid, so that every consumer has read the new one; 1 to 168, 24 if left out. */
  overlapHours?: number;
  /**
   * Who reads the secret: the object id of an identity, whose reads the vault's log shows; the Azure id of a web app or
   * of a container app's revision, which an emergency restarts; or any name under which a consumer acknowledges. After
   * the overlap the old key waits for all of them, until it would have expired. Nobody is waited for if left out. The
   * jobs get leave to restart each that can be restarted, and to read the ring's logs.
   */
  consumers?: string[];
  /** Where the service's data plane answers, if that is not its own public address: another cloud, a private name. */
  endpoint?: Input<string>;
  /** An address that answers to the key with 401 if it is wrong; API Management has none of its own to try one on. */
  probe?: Input<string>;
}

/**
 * A secret that people renew, because no interface can: a vendor's key, for example. The program holds its value, as a
 * secret of the stack's configuration. It is renewed by setting a new value and a new `issuedOn`.
 */
export interface ManualSecretArgs {
  /** The secret's name in the ring's key vault: 1 to 127 letters, digits and hyphens. */
  name: string;
  /** The value: `config.requireSecret(…)`. */
  value: Input<string>;
  /** The day on which the value was issued, `2026-11-21`; its expiry counts from it, never from today. */
  issuedOn: string;
  /** Days from `issuedOn` until it expires, 1 to the ring's `secretMaximumAgeDays`, which it is if left out. */
  maximumAgeDays?: number;
  /** What the value is, as a media type; `text/plain` if left out. */
  contentType?: string;
  /** Where the person who renews it gets a new value, on the secret as the tag `renewedAt`: `console.geocoder.example/keys`. */
  renewedAt: string;
}
