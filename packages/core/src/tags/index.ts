export { operationalTagNames, tagRows } from "./tag-rows";
export { BusinessCriticality, DataSensitivity, type OperationalTags, type TagsArgs } from "./tags";
export { operationalTags, tagProblems } from "./validate";
