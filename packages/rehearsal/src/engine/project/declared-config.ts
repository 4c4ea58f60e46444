import type { ConfigValue } from "./config";
import { parseConfigKey } from "./config-key";
import { isRecord, type Project } from "./project";

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string" || typeof value === "number" || typeof value === "boolean",
  boolean: (value) => typeof value === "boolean" || value === "true" || value === "false",
  integer: (value) => Number.isInteger(typeof value === "string" && value !== "" ? Number(value) : value),
  number: (value) =>
    typeof value === "number" || (typeof value === "string" && value !== "" && !Number.isNaN(Number(value))),
  array: (value) => Array.isArray(parsed(value)),
  object: (value) => isRecord(parsed(value)),
};

function parsed(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/**
 * What the project's `config` block gives to a stack that does not say otherwise: `default` of a typed declaration,
 * `value` of a key with a namespace, or the plain short form. Adds a problem for each declared value that is missing
 * or of another type.
 */
export function declaredConfig(
  project: Project,
  stack: string,
  configured: ReadonlyMap<string, ConfigValue>,
  problems: string[],
): Map<string, ConfigValue> {
  const given = new Map<string, ConfigValue>();
  for (const [text, raw] of Object.entries(project.config)) {
    const { key } = parseConfigKey(text, project.name);
    const declaration = isRecord(raw) ? raw : { default: raw };
    const type = typeof declaration.type === "string" ? declaration.type : undefined;
    const fallback = "value" in declaration ? declaration.value : declaration.default;
    const own = configured.get(key);
    const secret = declaration.secret === true;
    if (!own && fallback !== undefined && fallback !== null) given.set(key, { value: fallback, secret });
    else if (!own && type !== undefined)
      problems.push(
        `stack ${stack}: config ${key} (${type}) is required by Pulumi.yaml; give it a value with --config ${key}=…`,
      );
    else if (own && secret && !own.secret) given.set(key, { ...own, secret });
    const value = (own ?? given.get(key))?.value;
    const fits = type === undefined ? undefined : TYPES[type];
    if (value !== undefined && fits && !own?.secret && !fits(value))
      problems.push(`stack ${stack}: config ${key} must be of type ${type}, as Pulumi.yaml declares it`);
  }
  return given;
}
