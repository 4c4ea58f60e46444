import { notOneOf, type Problem } from "../problems";
import type { RingName } from "../rings";
import { tagRows } from "./tag-rows";
import type { OperationalTags, TagsArgs } from "./tags";

/** Azure's limits for any tag: 50 tags a resource, values of 256 characters (azure-docs tag-resources.md). */
const LONGEST_TAG_VALUE = 256;

/**
 * Every mistake in a set of operational tags, each with the tag as its path; empty when the tags are good. `expected`
 * narrows the rows that are looked at: a user's arguments have no `environment`, because the ring decides it.
 */
export function tagProblems(
  tags: Readonly<Record<string, unknown>> | undefined,
  expected: readonly string[] = tagRows.map((row) => row.name),
): Problem[] {
  return tagRows
    .filter((row) => expected.includes(row.name))
    .flatMap((row) => {
      const value = tags?.[row.name];
      const problem = valueProblem(value, row);
      return problem === undefined ? [] : [{ path: row.name, problem }];
    });
}

function valueProblem(value: unknown, row: (typeof tagRows)[number]): string | undefined {
  if (value === undefined || value === null) return `missing; ${row.purpose} (${row.allowed})`;
  if (typeof value !== "string") return `${JSON.stringify(value)} is not a string; give ${row.allowed}`;
  if (value.trim() === "") return `empty; ${row.purpose} (${row.allowed})`;
  if (value.length > LONGEST_TAG_VALUE) return `${value.length} characters long; Azure allows ${LONGEST_TAG_VALUE}`;
  if (row.values && !row.values.includes(value)) return notOneOf(value, row.values);
  if (row.pattern && !row.pattern.test(value)) return `${JSON.stringify(value)} is not ${row.allowed}`;
  return undefined;
}

/** The six tags that components put on every taggable child. */
export function operationalTags(tags: TagsArgs, ring: RingName): OperationalTags {
  const { service, owner, dataSensitivity, costCenter, businessCriticality } = tags;
  return { service, owner, dataSensitivity, environment: ring, costCenter, businessCriticality };
}
