import type { SecretOwnerType } from "./owner-type";

/** What is known of one kind of service whose keys are rotated. */
export interface SecretOwnerRow {
  readonly type: SecretOwnerType;
  /** What it is, for a table. */
  readonly title: string;
  /** What identifies one: `owner` in the arguments. */
  readonly identifiedBy: string;
  /** The two places in which it keeps a key, in order, by the names that its interface uses. */
  readonly slots: readonly [string, string];
  /** What the published value is. */
  readonly publishes: string;
  /** Azure's role actions that its rotation takes, on the owner; none for an owner that Azure's roles do not reach. */
  readonly actions: readonly string[];
  /** The permission it takes where Azure's roles do not reach, and who gives it. */
  readonly otherwise?: string;
  /** Whether the owner shows its keys again after it made them. Where it does not, a crash costs one renewal more. */
  readonly showsKeys: boolean;
  /** How a key is tried out before it is published. */
  readonly tried: string;
  /** Where the facts are from. */
  readonly source: string;
}
