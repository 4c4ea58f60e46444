import { taggableTypes } from "../../azure-types/taggable.generated";
import { allOf, fails, holds, type Judgement, notApplicable, type Resource, stackRule, tag, unknown } from "../../rule";
import { requiredTagsConfig } from "./required-tags";

export const inheritedTags = stackRule({
  id: "tags-as-resource-group",
  title: "Resources carry the same operational tags as their resource group",
  covers: ["AzurePolicy-cd3aa116-inherit-tag"],
  requirements: ["OE-R6"],
  severity: "low",
  appliesTo: taggableTypes.filter((type) => type !== "resources:ResourceGroup"),
  config: requiredTagsConfig,
  holds: (resource, { config, stack }) => {
    const group = stack.linked(resource, "resourceGroupName", "resources:ResourceGroup", ["name", "resourceGroupName"]);
    if (group.to === undefined)
      return group.unknown === undefined
        ? notApplicable("Its resource group is not in the stack")
        : unknown(group.unknown);
    const { to } = group;
    return allOf(...config.requiredTags.map((name) => sameTag(resource, to, name)));
  },
  fix: "Give the resource the value of its resource group, or move it to a group of its own.",
  why: "A cost report by tag and one by resource group that differ are both doubted. Found when everything exists.",
});

function sameTag(resource: Resource, group: Resource, name: string): Judgement {
  const [own, inherited] = [tag(resource, name), tag(group, name)];
  if (inherited.isUnknown) return unknown(own.path);
  if (inherited.isAbsent) return holds;
  return own.judge((given) => {
    if (given === undefined) return fails(own.path, "missing; the resource group has this tag");
    return inherited.text === given ? holds : fails(own.path, "must be the resource group's value");
  });
}
