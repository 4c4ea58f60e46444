import { resourceRule } from "../../rule";
import { carriesTags, requiredTagsConfig } from "./required-tags";

export const resourceGroupTags = resourceRule({
  id: "resource-group-required-tags",
  title: "Resource groups carry the operational tags",
  covers: ["Azure.Group.RequiredTags"],
  requirements: ["OE-R6"],
  severity: "medium",
  appliesTo: "resources:ResourceGroup",
  config: requiredTagsConfig,
  holds: (group, { config }) => carriesTags(group, config.requiredTags),
  fix: "Add the missing tags to the resource group; EnvironmentRing puts all six on its own.",
  why: "Cost reports and clean-up go by resource group, and what is inside is read against its tags.",
});
