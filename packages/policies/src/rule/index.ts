export type { ConfigOf, ConfigProperty, ConfigSchema } from "./config";
export { withDefaults } from "./config";
export { durationDays, durationSeconds } from "./duration";
export { grouped } from "./grouped";
export { allOf, anyOf, type Finding, fails, holds, type Judgement, not, notApplicable, unknown } from "./judgement";
export { pathIn, prefixes, ruleUrl, undetermined, violation, waived } from "./message";
export { perStack } from "./per-stack";
export { anyReference, type ReferencePlace, type References, references } from "./references";
export { PlannedResource, type Resource, tag } from "./resource";
export {
  type FrameworkControl,
  isWholeStack,
  type ResourceRule,
  type Rule,
  type RuleContext,
  type RuleDescription,
  resourceRule,
  type StackRule,
  type StackRuleContext,
  stackRule,
  type WholeStackRule,
  wholeStackRule,
} from "./rule";
export { type Link, Stack, StackResource, type StackResourceParts } from "./stack";
export { Value } from "./value";
