import { tagRows } from "@ringfence/core/tags";
import { taggableTypes } from "../../azure-types/taggable.generated";
import { allOf, fails, holds, resourceRule, tag } from "../../rule";

/** Azure's limit for a tag's value (azure-docs tag-resources.md). */
const LONGEST_VALUE = 256;

type TagRow = (typeof tagRows)[number];

export const tagValues = resourceRule({
  id: "operational-tag-values",
  title: "Operational tags hold values that reports can group by",
  covers: [],
  requirements: ["OE-R6"],
  severity: "medium",
  appliesTo: taggableTypes,
  holds: (resource) =>
    allOf(
      ...tagRows.map((row) => {
        const value = tag(resource, row.name);
        if (value.isThere && value.isBlank) return holds;
        return value.judge((given) =>
          given === undefined || fits(given, row)
            ? holds
            : fails(value.path, `must be ${row.values ? "one of " : ""}${row.allowed}`),
        );
      }),
    ),
  fix: "Use one of the allowed values; tag values are compared exactly, letter case included.",
  why: "Alert routing, cost reports and the residency rules go by these values; a misspelt one drops out of all of them.",
});

function fits(given: unknown, { values, pattern }: TagRow): boolean {
  if (typeof given !== "string" || given.length > LONGEST_VALUE) return false;
  return (values === undefined || values.includes(given)) && (pattern === undefined || pattern.test(given));
}
