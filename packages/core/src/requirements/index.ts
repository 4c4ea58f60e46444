export { type RequirementId, requirements } from "./requirements";
