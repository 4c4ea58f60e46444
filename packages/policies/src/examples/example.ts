import type { RingName } from "@ringfence/core/rings";

/** An output of another resource of the same example. */
export class Reference {
  constructor(
    /** The other resource's name. */
    readonly resource: string,
    readonly property: "id" | "name",
  ) {}
}

/** A moment as Key Vault counts it: seconds since 1970. */
export class Moment {
  constructor(
    /** `2027-01-31`. */
    readonly date: string,
  ) {}
}

export type ExampleValue = string | number | boolean | Reference | Moment | readonly ExampleValue[] | ExampleBag;

export interface ExampleBag {
  readonly [property: string]: ExampleValue;
}

/** One resource of an example program. */
export interface ExampleResource {
  /** `module:Name` of azure-native, or `pulumi:pulumi:Stack`, whose arguments are the stack's outputs. */
  type: string;
  /** Its name in the program; with hyphens, which its variable has not. */
  name: string;
  args: ExampleBag;
  /** What Azure says of it beside what it was given, where a rule reads that. */
  answer?: ExampleBag;
}

/** Two small programs that show a rule: one that breaks it and one that keeps it. */
export interface Example {
  bad: readonly ExampleResource[];
  good: readonly ExampleResource[];
  /** The ring that they are judged for; prod if left out. */
  ring?: RingName;
}

/** Examples by the rule's id. */
export type Examples = Readonly<Record<string, Example>>;

/** The moment at which the examples are judged. */
export const EXAMPLES_JUDGED_AT = "2026-11-21T12:00:00Z";

/** The type's whole token. */
export function tokenOf({ type }: ExampleResource): string {
  return type.split(":").length === 2 ? `azure-native:${type}` : type;
}

export function resource(type: string, name: string, args: ExampleBag, answer?: ExampleBag): ExampleResource {
  return { type, name, args, ...(answer && { answer }) };
}

export function idOf(resource: string): Reference {
  return new Reference(resource, "id");
}

export function nameOf(resource: string): Reference {
  return new Reference(resource, "name");
}

export function moment(date: string): Moment {
  return new Moment(date);
}
