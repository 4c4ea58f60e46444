import { isObject, type Properties, type Value } from "./value";

/**
 * What was asked for, laid over what the service adds. Objects are merged, and so are lists of equal length, item by
 * item; otherwise what was asked for wins. A list that the service answers with a map (assigned identities) is the map.
 */
export function mergeOver(added: Properties, given: Properties): Properties {
  const merged: Properties = { ...added };
  for (const [name, value] of Object.entries(given)) merged[name] = mergeValue(added[name], value);
  return merged;
}

function mergeValue(added: Value | undefined, given: Value): Value {
  if (added === undefined) return given;
  if (isObject(added)) return isObject(given) ? mergeOver(added, given) : Array.isArray(given) ? added : given;
  if (Array.isArray(added) && Array.isArray(given) && added.length === given.length) {
    return given.map((item, index) => mergeValue(added[index], item));
  }
  return given;
}
