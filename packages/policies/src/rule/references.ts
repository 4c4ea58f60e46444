import type { TypeSelector } from "../azure-types";
import { grouped } from "./grouped";
import { holds, type Judgement, unknown } from "./judgement";
import { perStack } from "./per-stack";
import type { Resource } from "./resource";
import type { Stack, StackResource } from "./stack";
import type { Value } from "./value";

/** Where the resources of a type name other resources by their ids. */
export interface ReferencePlace {
  type: TypeSelector;
  /** The top-level property. */
  property: string;
  /** The values in it that are ids; the property itself is looked at in any case. */
  ids?: (from: Resource) => readonly Value[];
}

/** The resources that name one. */
export interface References {
  readonly resources: readonly StackResource[];
  /** Places that may name it and are not known yet: `alert.scopes[0]`. */
  readonly unknown: readonly string[];
}

interface Named {
  readonly key: string;
  readonly from: StackResource;
}

interface Index {
  readonly bySource: ReadonlyMap<string, readonly Named[]>;
  readonly byId: ReadonlyMap<string, readonly Named[]>;
  readonly byTail: ReadonlyMap<string, readonly Named[]>;
  readonly unknown: readonly string[];
}

/**
 * Finds the resources of a type that name a top-level resource: those of which the property was made from it, and those
 * that hold its id (without regard to case). azure-native does not put a resource's id among its outputs; where it is
 * not there, an id that ends in the service and the name of the resource is taken for it. An id that is unknown and made
 * from nothing in the stack may be anybody's.
 */
export function references(place: ReferencePlace): (stack: Stack, to: StackResource) => References {
  const indexOf = perStack((stack) => index(stack, place));
  return (stack, to) => {
    const { bySource, byId, byTail, unknown: open } = indexOf(stack);
    const id = to.at("id").text?.toLowerCase();
    const named = id === undefined ? tailsOf(to).map((tail) => byTail.get(tail)) : [byId.get(id)];
    const all = [bySource.get(to.urn), ...named].flatMap((list) => list ?? []);
    return { resources: [...new Set(all.map(({ from }) => from))], unknown: open };
  };
}

/** Holds if one of the references is as wanted; `otherwise` is the judgement if none is and nothing is unknown. */
export function anyReference(
  found: References,
  wanted: (from: StackResource) => Judgement,
  otherwise: Judgement,
): Judgement {
  const paths = [...found.unknown];
  for (const from of found.resources) {
    const judgement = wanted(from);
    if (judgement.is === "holds") return holds;
    if (judgement.is === "unknown") paths.push(...judgement.paths.map((path) => `${from.name}.${path}`));
  }
  return paths.length > 0 ? unknown(...paths) : otherwise;
}

function index(stack: Stack, { type, property, ids = () => [] }: ReferencePlace): Index {
  const made: Named[] = [];
  const named: Named[] = [];
  const open = new Set<string>();
  for (const from of stack.ofType(type)) {
    const sources = from.sources(property).filter((urn) => stack.find(urn) !== undefined);
    made.push(...sources.map((key) => ({ key, from })));
    const { asked } = from;
    for (const id of [asked.at(property), ...ids(asked)]) {
      if (id.isUnknown && sources.length === 0) open.add(`${from.name}.${id.path}`);
      if (id.text !== undefined) named.push({ key: id.text.toLowerCase(), from });
    }
  }
  const byTail = grouped(named, ({ key }) => tailOf(key));
  return { bySource: grouped(made, keyOf), byId: grouped(named, keyOf), byTail, unknown: [...open] };
}

const keyOf = ({ key }: Named) => key;

/** The service and the name in the id of a top-level resource: `cognitiveservices/claims`; empty for other ids. */
function tailOf(id: string): string {
  const [, service, name] = /\/providers\/microsoft\.([^/]+)\/[^/]+\/([^/]+)$/.exec(id) ?? [];
  return service === undefined ? "" : `${service}/${name}`;
}

/** Where a top-level resource says its Azure name. */
const nameProperties = ["name", "accountName", "searchServiceName", "vaultName", "workspaceName", "serviceName"];

function tailsOf(to: StackResource): string[] {
  const [service] = to.azure?.type.split(":") ?? [];
  const names = nameProperties.flatMap((property) => to.at(property).text?.toLowerCase() ?? []);
  return [...new Set(names)].map((name) => `${service}/${name}`);
}
