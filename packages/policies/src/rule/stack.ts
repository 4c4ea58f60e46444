import { type AzureType, azureType, type TypeSelector, typeFilter } from "../azure-types";
import type { Resource } from "./resource";
import { Value } from "./value";

type MadeFrom = Readonly<Record<string, readonly { readonly urn: string }[]>>;

/** What a stack resource is made from. */
export interface StackResourceParts {
  token: string;
  urn: string;
  name: string;
  outputs: unknown;
  /** What the program asked for, as far as it was seen; outputs lack parts of it, such as the names of parents. */
  inputs: unknown;
  /** The resources that each property was made from. */
  madeFrom: MadeFrom;
  parent?: string;
}

/**
 * A resource as a stack rule sees it. A property is read from the outputs and, where they lack it or do not know it
 * yet, from the inputs: a preview so knows what the program knows.
 */
export class StackResource implements Resource {
  readonly token: string;
  readonly urn: string;
  readonly name: string;
  /** The URN of its parent. */
  readonly parent: string | undefined;
  private readonly outputs: Value;
  private readonly inputs: Value;
  private readonly madeFrom: MadeFrom;

  constructor(parts: StackResourceParts) {
    this.token = parts.token;
    this.urn = parts.urn;
    this.name = parts.name;
    this.parent = parts.parent;
    this.outputs = Value.root(parts.outputs);
    this.inputs = Value.root(parts.inputs);
    this.madeFrom = parts.madeFrom;
  }

  get azure(): AzureType | undefined {
    return azureType(this.token);
  }

  at(path: string): Value {
    const output = this.outputs.at(path);
    if (!output.isUnknown && !output.isAbsent) return output;
    const input = this.inputs.at(path);
    return input.isAbsent || (input.isUnknown && output.isUnknown) ? output : input;
  }

  /**
   * The resource by what the program asks for, where it was seen asking: a property that it leaves out is absent, and
   * not unknown until Azure has chosen a default for it.
   */
  get asked(): Resource {
    const { token, urn, name, azure, outputs, inputs } = this;
    const at = (path: string): Value => {
      const input = inputs.at(path);
      const output = outputs.at(path);
      return input.isThere || (output.isUnknown && inputs.isThere) ? input : output;
    };
    return { token, urn, name, azure, at };
  }

  /** What Azure answered; during a preview, what is foreseen of it. `at` looks at the program's inputs too. */
  output(path: string): Value {
    return this.outputs.at(path);
  }

  /** The URNs of the resources that a property was made from, known even while its value is not. */
  sources(property: string): readonly string[] {
    return this.madeFrom[property]?.map(({ urn }) => urn) ?? [];
  }
}

/** What a link to another resource came to. */
export type Link = { readonly to: StackResource } | { readonly to: undefined; readonly unknown?: string };

/** All resources of a stack. What is looked up often is indexed the first time, so that cost grows with the stack alone. */
export class Stack {
  private byUrn: ReadonlyMap<string, StackResource> | undefined;
  private readonly filters = new Map<TypeSelector, (token: string) => boolean>();
  private readonly byType = new Map<string, readonly StackResource[]>();
  private readonly byKey = new Map<string, ReadonlyMap<string, StackResource>>();

  constructor(readonly resources: readonly StackResource[]) {}

  /** The resource with this URN. */
  find(urn: string): StackResource | undefined {
    this.byUrn ??= new Map(this.resources.map((resource) => [resource.urn, resource]));
    return this.byUrn.get(urn);
  }

  /** The resources of a type; see TypeSelector. */
  ofType(selector: TypeSelector): readonly StackResource[] {
    const known = this.byType.get(selector);
    if (known !== undefined) return known;
    const found = this.resources.filter(({ token }) => this.selects(selector, token));
    this.byType.set(selector, found);
    return found;
  }

  /**
   * The resource of a type that a top-level property names: the one that the property was made from or, where the
   * program wrote the name or id out, one of which one of the `keys` is equal to it (without regard to case).
   */
  linked(from: StackResource, property: string, type: TypeSelector, keys: readonly string[]): Link {
    for (const urn of from.sources(property)) {
      const source = this.find(urn);
      if (source !== undefined && this.selects(type, source.token)) return { to: source };
    }
    const value = from.at(property);
    if (value.isUnknown) return { to: undefined, unknown: value.path };
    const text = value.text?.toLowerCase();
    if (text === undefined) return { to: undefined };
    for (const key of keys) {
      const found = this.keyed(type, key).get(text);
      if (found !== undefined) return { to: found };
    }
    return { to: undefined };
  }

  private selects(selector: TypeSelector, token: string): boolean {
    const known = this.filters.get(selector);
    if (known !== undefined) return known(token);
    const filter = typeFilter([selector]);
    this.filters.set(selector, filter);
    return filter(token);
  }

  private keyed(type: TypeSelector, key: string): ReadonlyMap<string, StackResource> {
    const known = this.byKey.get(`${type} ${key}`);
    if (known !== undefined) return known;
    const index = new Map<string, StackResource>();
    for (const resource of this.ofType(type)) {
      const text = resource.at(key).text?.toLowerCase();
      if (text !== undefined && !index.has(text)) index.set(text, resource);
    }
    this.byKey.set(`${type} ${key}`, index);
    return index;
  }
}
