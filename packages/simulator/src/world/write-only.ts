import { isObject, type Properties } from "../values";

/** Removes the property at a path, where it is there; `*` stands for every item of a list. */
export function forget(properties: Properties, [step = "", ...rest]: readonly string[]): void {
  const inner = properties[step];
  if (rest.length === 0) delete properties[step];
  else if (isObject(inner)) forget(inner, rest);
  else if (Array.isArray(inner)) for (const item of inner.filter(isObject)) forget(item, rest.slice(1));
}
