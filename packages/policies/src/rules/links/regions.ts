import {
  fails,
  holds,
  type Judgement,
  perStack,
  type Resource,
  type Stack,
  tag,
  unknown,
  type Value,
} from "../../rule";

/** The tag that says why something is not where, or not in as many regions, as it should be. */
export const DIVERGENCE_REASON = "divergence-reason";

/** The regions that some places come to. */
export interface Regions {
  /** In one spelling: display names and short names of a region are equal. */
  readonly known: ReadonlySet<string>;
  /** The paths of locations that are not known yet. */
  readonly open: readonly string[];
}

/** The regions of these locations. */
export function regionsAt(locations: readonly Value[]): Regions {
  return {
    known: new Set(locations.flatMap(({ text }) => text?.toLowerCase().replaceAll(" ", "") ?? [])),
    open: locations.filter(({ isUnknown }) => isUnknown).map(({ path }) => path),
  };
}

/** The regions in which a stack has resources of a type. */
export function regionsOf(type: string): (stack: Stack) => Regions {
  return perStack((stack) => regionsAt(stack.ofType(type).map(({ asked }) => asked.at("location"))));
}

/** Whether there are this many; `path` is where to say that there are not. */
export function areEnough({ known, open }: Regions, minimum: number, path: string): Judgement {
  if (known.size >= minimum) return holds;
  return known.size + open.length >= minimum
    ? unknown(...new Set(open))
    : fails(path, `must not be the only region; ${minimum} are needed`);
}

/** As judged, except that a resource whose tags say why it stays in one region is as it should be. */
export function unlessDivergence(resource: Resource, judgement: Judgement): Judgement {
  if (judgement.is === "holds") return holds;
  const reason = tag(resource, DIVERGENCE_REASON);
  if (reason.isUnknown) return unknown(reason.path);
  return reason.isAbsent || reason.isBlank ? judgement : holds;
}
