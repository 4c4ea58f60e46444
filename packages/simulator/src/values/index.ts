export { mergeOver } from "./merge";
export { isSecret, keepSecrets, markSecrets, reveal, revealAll, SIGNATURE, secret } from "./secret";
export { fromStruct, toStruct } from "./struct";
export { hasUnknown, isUnknown, UNKNOWN } from "./unknown";
export { isObject, objectOf, type Properties, sameValue, textOf, type Value } from "./value";
