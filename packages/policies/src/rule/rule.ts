import type { RequirementId } from "@ringfence/core/requirements";
import type { Ring } from "@ringfence/core/rings";
import type { RuleSeverity } from "@ringfence/core/waivers";
import type { TypeSelector } from "../azure-types";
import type { ConfigOf, ConfigSchema } from "./config";
import type { Judgement } from "./judgement";
import type { Resource } from "./resource";
import type { Stack, StackResource } from "./stack";

/** What a rule says of itself. */
export interface RuleDescription {
  /** Stable: configuration, waivers and links name it. Lower-case letters, digits and hyphens. */
  id: string;
  /** The rule as a sentence about what is right, without a full stop: `AI accounts accept Entra identities only`. */
  title: string;
  /** The ids of other products' rules that this one does the work of. */
  covers: readonly string[];
  /** The requirements that it serves: `OE-R6`. */
  requirements: readonly RequirementId[];
  severity: RuleSeverity;
  /** What to do about a violation; one or two sentences. */
  fix: string;
  /** What goes wrong where the rule is broken; one or two sentences. */
  why: string;
  /** Controls of published frameworks, with the source of the mapping. */
  frameworks?: readonly FrameworkControl[];
  /** False for a rule that nobody may waive. True if left out. */
  waivable?: boolean;
  /** Whether it keeps previews out: its waivers then need a risk assessment and a rollback path. */
  aboutPreviews?: boolean;
  /** True for a rule that only lists what there is: it starts as advisory in every ring. False if left out. */
  inventory?: boolean;
  /** The month in which the library got it, `2027-01`; absent for the first ones, of 2026-11. Presets of before only advise. */
  since?: string;
}

/** A control of a published framework. */
export interface FrameworkControl {
  /** `MCSB`, `WAF`, `OWASP LLM Top 10`. */
  framework: string;
  version: string;
  control: string;
  /** Where the mapping comes from. */
  source: string;
}

/** What a condition may use beside the resource. */
export interface RuleContext<Config = Readonly<Record<string, unknown>>> {
  readonly config: Config;
  /** The moment of the judgement. */
  readonly now: Date;
  /** The ring that the resource is judged for. */
  ringOf(resource: Resource): Ring;
}

/** What a stack rule's condition may use beside the resource. */
export interface StackRuleContext<Config = Readonly<Record<string, unknown>>> extends RuleContext<Config> {
  readonly stack: Stack;
}

/** A rule that judges the inputs of one resource, before it is created. */
export interface ResourceRule extends RuleDescription {
  level: "resource";
  appliesTo: readonly TypeSelector[];
  config: ConfigSchema;
  holds(resource: Resource, context: RuleContext): Judgement;
}

/** A rule that judges each resource of some types by what the stack came to, after everything exists. */
export interface StackRule extends RuleDescription {
  level: "stack";
  appliesTo: readonly TypeSelector[];
  config: ConfigSchema;
  holds(resource: StackResource, context: StackRuleContext): Judgement;
}

/** A rule that judges the stack as a whole: something must exist in it. */
export interface WholeStackRule extends RuleDescription {
  level: "stack";
  appliesTo: readonly [];
  config: ConfigSchema;
  stackHolds(context: StackRuleContext): Judgement;
}

export type Rule = ResourceRule | StackRule | WholeStackRule;

interface Definition<Schema extends ConfigSchema> extends RuleDescription {
  /** JSON Schema of its settings, each with a default. */
  config?: Schema;
}

interface ResourceDefinition<Schema extends ConfigSchema> extends Definition<Schema> {
  /** `module:Name` of azure-native in any token form, `package:*`, or another package's whole token. */
  appliesTo: TypeSelector | readonly TypeSelector[];
  /** Whether the resource is as it should be. */
  holds(resource: Resource, context: RuleContext<ConfigOf<Schema>>): Judgement;
}

interface StackDefinition<Schema extends ConfigSchema> extends Definition<Schema> {
  appliesTo: TypeSelector | readonly TypeSelector[];
  /** Whether the resource, and what it is linked to, is as it should be. */
  holds(resource: StackResource, context: StackRuleContext<ConfigOf<Schema>>): Judgement;
}

interface WholeStackDefinition<Schema extends ConfigSchema> extends Definition<Schema> {
  /** Whether the stack as a whole is as it should be. */
  stackHolds(context: StackRuleContext<ConfigOf<Schema>>): Judgement;
}

const listed = (selectors: TypeSelector | readonly TypeSelector[]): readonly TypeSelector[] =>
  typeof selectors === "string" ? [selectors] : selectors;

/** Defines a rule that judges the inputs of one resource. Prefer it: it stops a bad resource before it exists. */
export function resourceRule<const Schema extends ConfigSchema = Record<never, never>>(
  definition: ResourceDefinition<Schema>,
): ResourceRule {
  const holds = definition.holds as unknown as ResourceRule["holds"];
  return {
    ...definition,
    level: "resource",
    appliesTo: listed(definition.appliesTo),
    config: definition.config ?? {},
    holds,
  };
}

/** Defines a rule that needs outputs or other resources. It reports when everything exists: say so in its `why`. */
export function stackRule<const Schema extends ConfigSchema = Record<never, never>>(
  definition: StackDefinition<Schema>,
): StackRule {
  const holds = definition.holds as unknown as StackRule["holds"];
  return {
    ...definition,
    level: "stack",
    appliesTo: listed(definition.appliesTo),
    config: definition.config ?? {},
    holds,
  };
}

/** Defines a rule about the stack as a whole. */
export function wholeStackRule<const Schema extends ConfigSchema = Record<never, never>>(
  definition: WholeStackDefinition<Schema>,
): WholeStackRule {
  const stackHolds = definition.stackHolds as unknown as WholeStackRule["stackHolds"];
  return { ...definition, level: "stack", appliesTo: [], config: definition.config ?? {}, stackHolds };
}

/** Whether a rule judges the stack as a whole and not resource by resource. */
export function isWholeStack(rule: Rule): rule is WholeStackRule {
  return "stackHolds" in rule;
}
