export { inheritedTags } from "./inherited-tags";
export { requiredTags } from "./required-tags";
export { resourceGroupTags } from "./resource-group-tags";
export { tagValues } from "./tag-values";
export { tagsNotEmpty } from "./tags-not-empty";
