import type { RingContext } from "../ring/context";
import type { AiProjectArgs } from "./args";
import type { ContentFilterArgs, FilterLooseningArgs } from "./content-filter";
import { BASE_FILTER, type FilterRow, STRICT_FILTER, strictFilter } from "./filter-rows";

/** The filters that an account gets: the strict one and the arguments'. */
export function filtersOf({ contentFilters = [] }: AiProjectArgs): ContentFilterArgs[] {
  return [{ name: STRICT_FILTER, loosenings: [] }, ...contentFilters];
}

/** A filter as Azure takes it; what it lets pass and why is in its tags. */
export function filterInputs(filter: ContentFilterArgs, ring: RingContext) {
  return {
    raiPolicyName: filter.name,
    properties: { basePolicyName: BASE_FILTER, mode: "Blocking", contentFilters: filterChecks(filter.loosenings) },
    tags: { ...ring.tags, ...looseningTags(filter) },
  };
}

/** Whether a loosening is about a check of the strict filter. */
export function concerns({ category, source }: FilterLooseningArgs, row: FilterRow): boolean {
  return row.category === category && (source === undefined || row.source === source);
}

/** The checks of a filter: the strict ones, loosened where its rows say so. */
function filterChecks(loosenings: readonly FilterLooseningArgs[]) {
  return strictFilter.map((row) => {
    const { action = "block", threshold = row.threshold } = loosenings.find((each) => concerns(each, row)) ?? {};
    return {
      name: row.category,
      source: row.source,
      enabled: action !== "ignore",
      blocking: action === "block",
      ...(threshold && { severityThreshold: threshold }),
    };
  });
}

/** What a filter lets pass, as tags: `loosened-violence-prompt` and why. */
function looseningTags({ loosenings }: ContentFilterArgs): Record<string, string> {
  return Object.fromEntries(
    loosenings.flatMap((loosening) =>
      strictFilter
        .filter((row) => concerns(loosening, row))
        .map(({ category, source }) => [tagName(category, source), loosening.reason]),
    ),
  );
}

function tagName(...words: string[]): string {
  return ["loosened", ...words].join(" ").toLowerCase().replaceAll(" ", "-");
}
