import { taggableTypes } from "../../azure-types/taggable.generated";
import { allOf, fails, holds, resourceRule, tag } from "../../rule";
import { requiredTagsConfig } from "./required-tags";

export const tagsNotEmpty = resourceRule({
  id: "required-tags-not-empty",
  title: "Required tags say something",
  covers: ["required-tag-empty-value"],
  requirements: ["OE-R6"],
  severity: "medium",
  appliesTo: taggableTypes,
  config: requiredTagsConfig,
  holds: (resource, { config }) =>
    allOf(
      ...config.requiredTags.map((name) => {
        const value = tag(resource, name);
        return value.judge(() => (value.isThere && value.isBlank ? fails(value.path, "empty") : holds));
      }),
    ),
  fix: "Give the tag its value.",
  why: "An empty tag passes for a tag in every report and answers nobody's question.",
});
