import { SIGNATURE_KEY, Signature } from "../judge/plain";
import { UNKNOWN_TEXT } from "../rule/unknown";

/** A resource as a test writes it. */
export interface JudgedResource {
  /** The type's token, in any form: `azure-native:keyvault:Secret`. */
  type: string;
  /** Its name in the program; `resource-<n>` if left out. */
  name?: string;
  /** Its URN; made from type and name if left out. */
  urn?: string;
  /** Its inputs; `unknown` and `secret(…)` may stand anywhere in them. */
  props: Readonly<Record<string, unknown>>;
  /** What Azure answered, which is what stack rules see; the inputs if left out. */
  outputs?: Readonly<Record<string, unknown>>;
  /** URNs or names of the resources that it depends on. */
  dependencies?: readonly string[];
  /** URNs or names of the resources that each property was made from. */
  propertyDependencies?: Readonly<Record<string, readonly string[]>>;
  /** URN or name of its parent. */
  parent?: string;
  /** Whether it is protected against deletion. */
  protect?: boolean;
}

/** A resource with everything that was left out filled in; references are URNs. */
export interface CompleteResource extends Required<Omit<JudgedResource, "parent">> {
  parent: string | undefined;
}

/** Stands for a value that is known only after the update, as the engine writes it. */
export const unknown = UNKNOWN_TEXT;

/** Marks a value as secret, as the engine does; policies get it in plain text. */
export function secret(value: unknown): Record<string, unknown> {
  return { [SIGNATURE_KEY]: Signature.Secret, value };
}

/** Fills in what a test left out, for a stack of the project `judged` and this stack name. */
export function complete(resources: readonly JudgedResource[], stack: string): CompleteResource[] {
  const named = resources.map((resource, index) => ({ ...resource, name: resource.name ?? `resource-${index + 1}` }));
  const urns = named.map(({ urn, type, name }) => urn ?? `urn:pulumi:${stack}::judged::${type}::${name}`);
  const byName = new Map(named.map(({ name }, index) => [name, urns[index] ?? ""]));
  const urnOf = (reference: string) => byName.get(reference) ?? reference;
  return named.map((resource, index) => ({
    type: resource.type,
    name: resource.name,
    urn: urns[index] ?? "",
    props: resource.props,
    outputs: resource.outputs ?? resource.props,
    dependencies: (resource.dependencies ?? []).map(urnOf),
    propertyDependencies: Object.fromEntries(
      Object.entries(resource.propertyDependencies ?? {}).map(([property, from]) => [property, from.map(urnOf)]),
    ),
    parent: resource.parent === undefined ? undefined : urnOf(resource.parent),
    protect: resource.protect ?? false,
  }));
}
