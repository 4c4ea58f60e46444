/** One setting of a rule: JSON Schema, with the default that a reasonable platform team would keep. */
export interface ConfigProperty {
  type: "integer" | "number" | "string" | "boolean" | "array" | "object";
  default: number | string | boolean | readonly string[] | Readonly<Record<string, unknown>>;
  /** What it decides and, for a number, its unit. */
  description: string;
  minimum?: number;
  maximum?: number;
  enum?: readonly string[];
  items?: { type: "string" | "number" | "object"; enum?: readonly string[] };
}

/** The settings of a rule by name. */
export type ConfigSchema = Readonly<Record<string, ConfigProperty>>;

/** The values that a rule reads: as wide as the defaults' kinds. */
export type ConfigOf<Schema extends ConfigSchema> = {
  readonly [Name in keyof Schema]: Widened<Schema[Name]["default"]>;
};

type Widened<Value> = Value extends number
  ? number
  : Value extends boolean
    ? boolean
    : Value extends string
      ? string
      : Value extends readonly string[]
        ? readonly string[]
        : Value;

/** The defaults with what was configured laid over them. */
export function withDefaults(
  schema: ConfigSchema,
  configured: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(schema)) values[name] = configured[name] ?? property.default;
  return values;
}
