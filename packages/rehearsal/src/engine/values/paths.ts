import { isMap, isSecret, type Value, type ValueMap } from "./wire";

/** A path into property values; `*` stands for every key or element. */
type Path = (string | number)[];

/** Reads paths such as `tags.owner`, `rules[0].name`, `tags["a.b"]`, `rules[*].priority`. */
export function parsePath(text: string): Path {
  const path: Path = [];
  for (const match of text.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+|\*)\]|([^.[\]]+)/g)) {
    const [, quoted, index, plain] = match;
    if (quoted !== undefined) path.push(quoted.replaceAll('\\"', '"'));
    else if (index !== undefined) path.push(index === "*" ? "*" : Number(index));
    else if (plain !== undefined) path.push(plain);
  }
  return path;
}

/** The inputs with what `ignoreChanges` names set back to the old inputs, or removed where the old had nothing. */
export function ignoringChanges(inputs: ValueMap, old: ValueMap, paths: readonly string[]): ValueMap {
  return paths.map(parsePath).reduce((result, path) => reset(result, old, path) as ValueMap, inputs);
}

function reset(value: Value | undefined, old: Value | undefined, path: Path): Value | undefined {
  const [head, ...rest] = path;
  if (head === undefined) return old;
  if (isSecret(value)) return { ...value, value: reset(value.value, isSecret(old) ? old.value : old, path) ?? null };
  const before = isSecret(old) ? old.value : old;
  if (head === "*") {
    const keys = Array.isArray(value) || Array.isArray(before) ? indexes(value, before) : fields(value, before);
    return keys.reduce<Value | undefined>((result, key) => reset(result, before, [key, ...rest]), value);
  }
  if (Array.isArray(value) && typeof head === "number") {
    const element = reset(value[head], Array.isArray(before) ? before[head] : undefined, rest);
    return element === undefined ? value : value.with(Math.min(head, value.length - 1), element);
  }
  if (!isMap(value) && !(value === undefined && isMap(before))) return value;
  const map: ValueMap = isMap(value) ? value : {};
  const replaced = reset(map[head], isMap(before) ? before[head] : undefined, rest);
  if (replaced !== undefined) return { ...map, [head]: replaced };
  const { [head]: _removed, ...kept } = map;
  return value === undefined ? undefined : kept;
}

function fields(value: Value | undefined, old: Value | undefined): string[] {
  return [...new Set([...Object.keys(isMap(value) ? value : {}), ...Object.keys(isMap(old) ? old : {})])];
}

function indexes(value: Value | undefined, old: Value | undefined): number[] {
  const length = Math.min(Array.isArray(value) ? value.length : 0, Array.isArray(old) ? old.length : 0);
  return Array.from({ length }, (_, index) => index);
}

/** Whether a changed property lies on or under a path, or above it. */
export function touches(changed: string, pathText: string): boolean {
  const path = parsePath(pathText);
  const property = parsePath(changed);
  const length = Math.min(path.length, property.length);
  for (let i = 0; i < length; i++) if (path[i] !== "*" && String(path[i]) !== String(property[i])) return false;
  return true;
}
