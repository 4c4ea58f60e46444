import type { Problem } from "../problems";
import { type RingName, ringNames } from "../rings";

/** What a name is made from. */
export interface NameParts {
  /** What the resource belongs to: lower-case letters, digits and single hyphens, a letter first. */
  name: string;
  /** The ring; `sandbox` is written `sbx`, because a key vault's name has room for 24 characters. */
  ring: RingName;
  /** Tells siblings of one kind apart: `sev0`, `endpoints`. */
  qualifier?: string;
  /** Makes a global name unique; `stableSuffix` gives one. */
  suffix?: string;
}

/** How the rings are written in names. */
export const ringAbbreviations: Readonly<Record<RingName, string>> = {
  sandbox: "sbx",
  dev: "dev",
  test: "test",
  prod: "prod",
};

/** The ring that takes the most room in a name; what fits there fits every ring. */
export const longestRing = ringNames.reduce((longest, ring) =>
  ringAbbreviations[ring].length >= ringAbbreviations[longest].length ? ring : longest,
);

const rules: readonly { part: "name" | "qualifier" | "suffix"; pattern: RegExp; allowed: string }[] = [
  {
    part: "name",
    pattern: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
    allowed: "lower-case letters, digits and single hyphens, starting with a letter",
  },
  {
    part: "qualifier",
    pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    allowed: "lower-case letters, digits and single hyphens",
  },
  {
    part: "suffix",
    pattern: /^[a-z][a-z0-9]{2,12}$/,
    allowed: "3 to 13 lower-case letters and digits, starting with a letter",
  },
];

/** What is wrong with the parts themselves, whatever they are to name; the path is the part. */
export function partProblems(parts: NameParts): Problem[] {
  return rules.flatMap(({ part, pattern, allowed }) => {
    const value = parts[part];
    if (value === undefined || pattern.test(value)) return [];
    return [{ path: part, problem: `${JSON.stringify(value)} is not made of ${allowed}` }];
  });
}
