import { nameProblems } from "@ringfence/core/naming";
import { notOneOf, type Problem, under } from "@ringfence/core/problems";
import { reasonProblems } from "../openings/opening";
import { isRepeated, rowProblems } from "../refuse/rows";
import {
  type ContentFilterArgs,
  FilterAction,
  FilterCategory,
  type FilterLooseningArgs,
  FilterSource,
  FilterThreshold,
} from "./content-filter";
import { concerns } from "./content-filters";
import { STRICT_FILTER, strictFilter } from "./filter-rows";

/** Everything wrong with a list of content filters. */
export function contentFilterProblems(filters?: readonly ContentFilterArgs[]): Problem[] {
  return rowProblems(filters, ["name"], (filter, earlier) => [
    ...filterNameProblems(filter.name, earlier),
    ...under("loosenings", looseningsProblems(filter)),
  ]);
}

function filterNameProblems(name: string, earlier: readonly ContentFilterArgs[]): Problem[] {
  const refuse = (problem: string) => [{ path: "name", problem }];
  if (name === undefined) return refuse("missing; deployments choose the filter by it");
  if (name.toLowerCase() === STRICT_FILTER)
    return refuse(`"${STRICT_FILTER}" is the built-in filter's name; choose another`);
  if (/^microsoft\./i.test(name))
    return refuse(`${JSON.stringify(name)}: names in Microsoft. belong to Azure; choose another`);
  if (isRepeated(name, earlier)) return refuse(`${JSON.stringify(name)} is in the list twice`);
  return under("name", nameProblems("contentFilter", name));
}

function looseningsProblems({ loosenings }: ContentFilterArgs): Problem[] {
  if (loosenings === undefined || loosenings?.length === 0)
    return [
      {
        path: "",
        problem: `empty; the filter would be the "${STRICT_FILTER}" one, so leave it out and its deployments get that`,
      },
    ];
  return rowProblems(loosenings, ["category", "source", "threshold", "action"], (loosening, earlier) => [
    ...looseningProblems(loosening),
    ...overlapProblems(loosening, earlier),
  ]);
}

function looseningProblems(loosening: FilterLooseningArgs): Problem[] {
  const { category, source, threshold, action, reason } = loosening;
  const problems: Problem[] = [];
  const refuse = (path: keyof FilterLooseningArgs | "", problem: string) => problems.push({ path, problem });
  const oneOf = (path: keyof FilterLooseningArgs, value: unknown, allowed: readonly string[]) => {
    if (!allowed.includes(value as string)) refuse(path, notOneOf(value, allowed));
  };
  oneOf("category", category, Object.values(FilterCategory));
  if (source !== undefined) oneOf("source", source, Object.values(FilterSource));
  if (threshold !== undefined) oneOf("threshold", threshold, Object.values(FilterThreshold));
  if (action !== undefined) oneOf("action", action, Object.values(FilterAction));
  problems.push(...reasonProblems("reason", reason));
  if (problems.length > 0) return problems;
  const rows = strictFilter.filter((row) => concerns(loosening, row));
  if (rows.length === 0) refuse("source", `Azure looks for ${category} only in the ${otherSource(loosening)}`);
  else if (threshold !== undefined && rows.some((row) => row.threshold === undefined))
    refuse("threshold", `${category} has no severities; set action instead`);
  else if (
    (action ?? FilterAction.Block) === FilterAction.Block &&
    (threshold ?? FilterThreshold.Low) === FilterThreshold.Low
  )
    refuse(
      "",
      "loosens nothing; give a threshold of Medium or High, or an action of annotate or ignore, or leave it out",
    );
  return problems;
}

function overlapProblems(loosening: FilterLooseningArgs, earlier: readonly FilterLooseningArgs[]): Problem[] {
  const mine = strictFilter.filter((row) => concerns(loosening, row));
  const twice = mine.find((row) => earlier.some((each) => concerns(each, row)));
  return twice
    ? [{ path: "", problem: `${twice.category} in the ${twice.source} is loosened twice; say it once` }]
    : [];
}

function otherSource({ category }: FilterLooseningArgs): string | undefined {
  return strictFilter.find((row) => row.category === category)?.source;
}
