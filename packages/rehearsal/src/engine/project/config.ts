import { UsageError } from "../usage-error";
import { parseConfigKey, setPath } from "./config-key";
import { declaredConfig } from "./declared-config";
import { isRecord, type Project } from "./project";
import type { Stack } from "./stacks";

/** A stack's configuration as a program gets it: every value a string, objects and lists as JSON. */
export interface StackConfig {
  /** By `namespace:name`. */
  values: Record<string, string>;
  /** The keys whose values are secrets. */
  secretKeys: string[];
  notes: string[];
}

/** A configured value before it becomes a string. */
export interface ConfigValue {
  value: unknown;
  secret: boolean;
}

/**
 * The configuration of one stack: the stack's file over the project's defaults, and `overrides` (`--config`) over
 * both. Encrypted values become placeholders, since only the stack's own secrets provider could read them. Throws a
 * UsageError that lists every missing or ill-typed value.
 */
export function stackConfig(
  project: Project,
  stack: Stack,
  overrides: Readonly<Record<string, string>> = {},
): StackConfig {
  const encrypted: string[] = [];
  const configured = new Map<string, ConfigValue>();
  for (const [text, raw] of Object.entries(stack.config)) {
    const { key } = parseConfigKey(text, project.name);
    const replaced = decrypted(raw, key.slice(key.indexOf(":") + 1));
    if (replaced.secret) encrypted.push(key);
    configured.set(key, replaced);
  }
  for (const [text, value] of Object.entries(overrides)) {
    const { key, path } = parseConfigKey(text, project.name);
    const before = configured.get(key);
    const after = path.length > 0 ? setPath(before?.value, path, typed(value)) : value;
    configured.set(key, { value: after, secret: before?.secret ?? false });
    if (path.length === 0 && encrypted.includes(key)) encrypted.splice(encrypted.indexOf(key), 1);
  }
  const problems: string[] = [];
  for (const [key, value] of declaredConfig(project, stack.name, configured, problems)) configured.set(key, value);
  if (problems.length > 0) throw new UsageError(problems.join("\n"));
  const notes = [...stack.notes];
  if (encrypted.length > 0)
    notes.push(
      `Encrypted config values became placeholder secrets: ${encrypted.sort().join(", ")}. --config key=value gives them a value.`,
    );
  return {
    values: Object.fromEntries([...configured].map(([key, { value }]) => [key, configString(value)])),
    secretKeys: [...configured].filter(([, { secret }]) => secret).map(([key]) => key),
    notes,
  };
}

/** The form in which a program reads a value. */
export function configString(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Values set by path are typed by their look, as `pulumi config set --path` types them. */
function typed(text: string): unknown {
  if (text === "true" || text === "false") return text === "true";
  return /^-?(?:0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : text;
}

/** Replaces every `secure:` by a placeholder that passes for a password. */
function decrypted(raw: unknown, name: string): ConfigValue {
  if (Array.isArray(raw)) {
    const elements = raw.map((element, index) => decrypted(element, `${name}-${index}`));
    return { value: elements.map((e) => e.value), secret: elements.some((e) => e.secret) };
  }
  if (!isRecord(raw)) return { value: raw, secret: false };
  const keys = Object.keys(raw);
  if (keys.length === 1 && typeof raw.secure === "string") return { value: `Placeholder-${name}-1`, secret: true };
  const fields = keys.map((key) => [key, decrypted(raw[key], key)] as const);
  return {
    value: Object.fromEntries(fields.map(([key, field]) => [key, field.value])),
    secret: fields.some(([, field]) => field.secret),
  };
}
