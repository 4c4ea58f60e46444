import type { FilterCategory, FilterSource, FilterThreshold } from "./content-filter";

/** One check of the strict filter, beside what Azure's own default filter does. */
export interface FilterRow {
  category: FilterCategory;
  source: FilterSource;
  /** The least severity that is blocked; absent where Azure has no severities and everything found is blocked. */
  threshold?: FilterThreshold;
  /** What Microsoft.DefaultV2 does: blocks from this severity, has it without severities, or does not have it. */
  azure: FilterThreshold | "has it" | "absent";
}

/** The filter of every deployment that names no other. */
export const STRICT_FILTER = "strict";

/** Azure's own default filter, which ours starts from; what it gains later, ours gains too. */
export const BASE_FILTER = "Microsoft.DefaultV2";

const harm = (category: FilterCategory): FilterRow[] =>
  (["Prompt", "Completion"] as const).map((source) => ({ category, source, threshold: "Low", azure: "Medium" }));

/**
 * The strict filter, one row a check. It is stricter than Azure's default in nine of twelve rows: harm is blocked from
 * low severity instead of medium, on both sides, and instructions hidden in documents are blocked at all. What Azure
 * does is from MicrosoftDocs, foundry/openai/concepts/default-safety-policies, "Text models".
 */
export const strictFilter: readonly FilterRow[] = [
  ...harm("Hate"),
  ...harm("Sexual"),
  ...harm("Violence"),
  ...harm("Selfharm"),
  { category: "Jailbreak", source: "Prompt", azure: "has it" },
  { category: "Indirect Attack", source: "Prompt", azure: "absent" },
  { category: "Protected Material Text", source: "Completion", azure: "has it" },
  { category: "Protected Material Code", source: "Completion", azure: "has it" },
];
