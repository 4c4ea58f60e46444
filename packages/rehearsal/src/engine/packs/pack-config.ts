import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { isRecord } from "../project/project";
import { UsageError } from "../usage-error";
import { isLevel, type Level, levelNames } from "./levels";

/** What configures one policy. */
export interface PolicyConfig {
  level?: Level;
  properties: Record<string, unknown>;
}

/** By policy; `all` sets the level of every policy. */
export type PackConfig = Record<string, PolicyConfig>;

/** A policy as its pack describes it, as far as configuration goes. */
export interface ConfigurablePolicy {
  name: string;
  level: Level;
  /** JSON schemas of its properties. */
  schema?: { properties: Record<string, unknown>; required: string[] };
}

const ALL = "all";

/**
 * Reads a `--policy-pack-config` file: JSON whose keys are policies, whose values a level or an object with
 * `enforcementLevel` and properties. Throws a UsageError that lists every mistake.
 */
export function readPackConfig(file: string): PackConfig {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isRecord(content)) throw new UsageError(`${file}: not a JSON object whose keys are policies`);
  const problems: string[] = [];
  const config: PackConfig = {};
  for (const [policy, raw] of Object.entries(content)) {
    const { enforcementLevel: level, ...properties } = isRecord(raw) ? raw : { enforcementLevel: raw };
    if (level !== undefined && !isLevel(level))
      problems.push(`${file}: ${policy}: ${JSON.stringify(level)} is not a level; allowed: ${levelNames.join(", ")}`);
    else config[policy] = { properties, ...(level === undefined ? {} : { level }) };
  }
  if (problems.length > 0) throw new UsageError(problems.join("\n"));
  return config;
}

/**
 * What each policy runs with: its own level and the defaults of its schema, under the pack's initial configuration,
 * under the given one. Adds a problem for each property that does not fit its schema.
 */
export function effectiveConfig(
  policies: readonly ConfigurablePolicy[],
  configs: readonly PackConfig[],
  problems: string[],
): Map<string, Required<PolicyConfig>> {
  const effective = new Map<string, Required<PolicyConfig>>();
  for (const policy of policies) {
    let level = policy.level;
    let properties: Record<string, unknown> = schemaDefaults(policy);
    for (const config of configs) {
      level = config[policy.name]?.level ?? config[ALL]?.level ?? level;
      properties = { ...properties, ...config[policy.name]?.properties };
    }
    effective.set(policy.name, { level, properties });
    problems.push(...schemaProblems(policy, properties));
  }
  return effective;
}

/** The policies that a configuration names and the pack does not have. */
export function unknownPolicies(policies: readonly ConfigurablePolicy[], config: PackConfig): string[] {
  const known = new Set(policies.map(({ name }) => name));
  return Object.keys(config).filter((name) => name !== ALL && !known.has(name));
}

function schemaDefaults({ schema }: ConfigurablePolicy): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema?.properties ?? {}).flatMap(([name, property]) =>
      isRecord(property) && "default" in property ? [[name, property.default]] : [],
    ),
  );
}

const ajv = new Ajv({ allErrors: true, strict: false });

function schemaProblems({ name, schema }: ConfigurablePolicy, properties: Record<string, unknown>): string[] {
  if (!schema) return [];
  const validate = ajv.compile({ type: "object", properties: schema.properties, required: schema.required });
  if (validate(properties)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const path = instancePath.slice(1).replaceAll("/", ".");
    const allowed = "allowedValues" in params ? `: ${JSON.stringify(params.allowedValues)}` : "";
    return `${name}${path ? `.${path}` : ""}: ${message ?? "does not fit its schema"}${allowed}`;
  });
}
