/** A property as it travels between Pulumi's engine and a provider: JSON, with marker objects for secrets and assets. */
export type Value = null | boolean | number | string | Value[] | Properties;

/** A bag of properties, an object of `Value`s. */
export interface Properties {
  [name: string]: Value;
}

/** Whether a value is an object that is neither a list nor null; marker objects count. */
export function isObject(value: Value | undefined): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether two values are the same, whatever the order of keys. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => sameValue(a[key], b[key]));
}

/** The text of a property, or undefined when it is anything else. */
export function textOf(value: Value | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The object in a property, or an empty one when it is anything else. */
export function objectOf(value: Value | undefined): Properties {
  return isObject(value) ? value : {};
}
