import { createHash } from "node:crypto";

/**
 * Names each result so that the next run's is known to be the same, whatever became of its line and its wording: by
 * stack, rule and resource, and by its number among what the rule says of the resource.
 */
export class Fingerprints {
  private readonly told = new Map<string, number>();

  of(stack: string, rule: string, urn: string | undefined): Record<string, string> {
    const key = JSON.stringify([stack, rule, urn ?? ""]);
    const number = (this.told.get(key) ?? 0) + 1;
    this.told.set(key, number);
    const hash = createHash("sha256").update(key).digest("hex").slice(0, 32);
    /** The second is the one that GitHub compares; without it, it would hash the line. */
    return { "ringfence/v1": `${hash}:${number}`, primaryLocationLineHash: `${hash}:${number}` };
  }
}
