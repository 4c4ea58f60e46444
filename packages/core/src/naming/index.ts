export { type NameParts, partProblems, ringAbbreviations } from "./name-parts";
export { type NamedKindRow, NameForm, NameScope } from "./named-kind";
export { type GeneratedKind, type NamedKind, namedKinds } from "./named-kinds";
export { nameProblems, namingProblems, type PlannedName, resourceName } from "./resource-name";
export { stableSuffix, stableUuid } from "./stable";
