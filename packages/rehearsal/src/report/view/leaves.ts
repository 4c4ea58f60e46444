/** A property's path and its value as text. */
export interface Leaf {
  path: string;
  text: string;
}

/**
 * Everything in a property bag that is no object, each with its path: `sku.name`, `zones`, `rules[allow-https].port`.
 * Lists of plain values are one leaf; an object in a list goes by its `name` where it has one, so that a row more in
 * one stack does not make all rows after it different. What Pulumi keeps for itself (`__internal`) is left out.
 */
export function leavesOf(bag: Record<string, unknown>): Leaf[] {
  const leaves: Leaf[] = [];
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value) && value.some(isObject))
      for (const [index, item] of value.entries()) walk(item, `${path}[${rowName(item) ?? index}]`);
    else if (isObject(value) && Object.keys(value).length > 0)
      for (const key of Object.keys(value).filter(isProperty).sort()) walk(value[key], path ? `${path}.${key}` : key);
    else if (value !== undefined) leaves.push({ path, text: textOf(value) });
  };
  walk(bag, "");
  return leaves;
}

function isProperty(key: string): boolean {
  return !key.startsWith("__");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function rowName(item: unknown): string | undefined {
  const name = isObject(item) ? item.name : undefined;
  return typeof name === "string" && !name.startsWith("[") ? name : undefined;
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value === "" ? '""' : value;
  if (Array.isArray(value)) return value.length === 0 ? "[]" : value.map(textOf).join(", ");
  return JSON.stringify(value) ?? String(value);
}
