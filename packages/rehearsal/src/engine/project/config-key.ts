import { UsageError } from "../usage-error";

/** A configuration key, and the path inside its value where one is given. */
export interface ConfigKey {
  /** `namespace:name`. */
  key: string;
  path: (string | number)[];
}

/**
 * Reads a key as the CLI writes it: `name` belongs to the project's namespace, `namespace:name` and the older
 * `namespace:config:name` name their own, and `name.field[0]` is a path into an object or list.
 */
export function parseConfigKey(text: string, project: string): ConfigKey {
  const segments = text.split(":");
  const name = segments.length > 1 ? segments.slice(segments[1] === "config" ? 2 : 1).join(":") : text;
  const namespace = segments.length > 1 ? segments[0] : project;
  const [first, ...path] = parsePath(name, text);
  if (!namespace || typeof first !== "string" || first === "")
    throw new UsageError(`config key ${JSON.stringify(text)}: expected name, namespace:name or a path such as a.b[0]`);
  return { key: `${namespace}:${first}`, path };
}

function parsePath(name: string, text: string): (string | number)[] {
  const segments: (string | number)[] = [];
  const segment = /(?:^|\.)([^.[\]"]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/y;
  while (segment.lastIndex < name.length) {
    const match = segment.exec(name);
    if (!match) throw new UsageError(`config key ${JSON.stringify(text)}: not a path such as a.b[0] or a["b.c"]`);
    const [, plain, index, quoted] = match;
    segments.push(index === undefined ? (plain ?? quoted?.replaceAll('\\"', '"') ?? "") : Number(index));
  }
  return segments;
}

/** A value with the one at the path replaced; what is missing on the way is made. */
export function setPath(value: unknown, path: readonly (string | number)[], replacement: unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return replacement;
  if (typeof head === "number") {
    const list = Array.isArray(value) ? [...value] : [];
    list[head] = setPath(list[head], rest, replacement);
    return list;
  }
  const map = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  return { ...map, [head]: setPath((map as Record<string, unknown>)[head], rest, replacement) };
}
