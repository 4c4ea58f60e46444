export { isListedModel, provisionedMinimum, quotaOf, regionsOf, retirementOf, versionsOf } from "./models";
