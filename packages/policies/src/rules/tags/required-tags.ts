import { operationalTagNames, tagRows } from "@ringfence/core/tags";
import { taggableTypes } from "../../azure-types/taggable.generated";
import { allOf, fails, holds, type Judgement, type Resource, resourceRule, tag, unknown } from "../../rule";

/** The setting of the rules about tags: which tags they are about. */
export const requiredTagsConfig = {
  requiredTags: {
    type: "array",
    items: { type: "string" },
    default: operationalTagNames as readonly string[],
    description: "The names of the tags that must be there",
  },
} as const;

export const requiredTags = resourceRule({
  id: "required-tags",
  title: "Resources carry the operational tags",
  covers: ["Azure.Resource.RequiredTags"],
  requirements: ["OE-R6"],
  severity: "medium",
  appliesTo: taggableTypes.filter((type) => type !== "resources:ResourceGroup"),
  config: requiredTagsConfig,
  holds: (resource, { config }) => carriesTags(resource, config.requiredTags),
  fix: "Add the missing tags; Ringfence's components put all six on what they create.",
  why: "Without tags nobody can say at night whose resource it is, who pays for it or how much it matters.",
});

/** Whether a resource carries all of these tags. What is in them is another rule's matter. */
export function carriesTags(resource: Resource, names: readonly string[]): Judgement {
  const known = allOf(...names.map((name) => carriesTag(resource, name)));
  if (known.is !== "fails" || known.findings.length < 2) return known;
  return fails("tags", `missing: ${known.findings.map(({ path }) => path.slice("tags.".length)).join(", ")}`);
}

function carriesTag(resource: Resource, name: string): Judgement {
  const value = tag(resource, name);
  if (value.isUnknown) return unknown(value.path);
  if (value.isThere) return holds;
  const row = tagRows.find((candidate) => candidate.name === name);
  return fails(value.path, row === undefined ? "missing" : `missing; ${row.purpose} (${row.allowed})`);
}
