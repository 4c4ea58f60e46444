const parsed = new Map<string, readonly string[]>();

/** `properties.models[0].name` as `["properties", "models", "0", "name"]`. */
export function segments(path: string): readonly string[] {
  const known = parsed.get(path);
  if (known !== undefined) return known;
  const parts = path.split(/[.[\]]/).filter((part) => part !== "");
  parsed.set(path, parts);
  return parts;
}

/** The path of a property below another; keys that are no plain words are quoted. */
export function below(path: string, key: string): string {
  if (/^\d+$/.test(key)) return `${path}[${key}]`;
  if (!/^[\w$-]+$/.test(key)) return `${path}[${JSON.stringify(key).replace(/\s/g, "\\u0020")}]`;
  return path === "" ? key : `${path}.${key}`;
}
