import type { TypeSelector } from "../azure-types";
import { holds, type Judgement, unknown } from "./judgement";
import { perStack } from "./per-stack";
import type { Stack, StackResource } from "./stack";
import type { Value } from "./value";

/** Where the resources of a type name other resources by their ids. */
export interface ReferencePlace {
  type: TypeSelector;
  /** The top-level property. */
  property: string;
  /** The values in it that are ids; the property itself is looked at in any case. */
  ids?: (from: StackResource) => readonly Value[];
}

/** The resources that name one. */
export interface References {
  readonly resources: readonly StackResource[];
  /** Places that may name it and are not known yet: `alert.scopes[0]`. */
  readonly unknown: readonly string[];
}

interface Index {
  readonly bySource: ReadonlyMap<string, readonly StackResource[]>;
  readonly byId: ReadonlyMap<string, readonly StackResource[]>;
  readonly unknown: readonly string[];
}

/**
 * Finds the resources of a type that name a resource: those of which the property was made from it, and those that
 * hold its id (without regard to case). An id that is unknown and made from nothing in the stack may be anybody's.
 */
export function references(place: ReferencePlace): (stack: Stack, to: StackResource) => References {
  const indexOf = perStack((stack) => index(stack, place));
  return (stack, to) => {
    const { bySource, byId, unknown: open } = indexOf(stack);
    const made = bySource.get(to.urn) ?? [];
    const named = byId.get(to.at("id").text?.toLowerCase() ?? "") ?? [];
    return { resources: [...new Set([...made, ...named])], unknown: open };
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
  const bySource = new Map<string, StackResource[]>();
  const byId = new Map<string, StackResource[]>();
  const open: string[] = [];
  for (const from of stack.ofType(type)) {
    const sources = from.sources(property).filter((urn) => stack.find(urn) !== undefined);
    for (const urn of sources) add(bySource, urn, from);
    for (const id of [from.at(property), ...ids(from)]) {
      if (id.isUnknown && sources.length === 0) open.push(`${from.name}.${id.path}`);
      if (id.text !== undefined) add(byId, id.text.toLowerCase(), from);
    }
  }
  return { bySource, byId, unknown: [...new Set(open)] };
}

function add(map: Map<string, StackResource[]>, key: string, resource: StackResource): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [resource]);
  else list.push(resource);
}
