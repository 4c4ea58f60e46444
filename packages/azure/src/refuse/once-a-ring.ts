import type { Problem } from "@ringfence/core/problems";
import type { RingContext } from "../ring/context";
import { refuse } from "./refuse";

/** Something that a ring can have once, because its name in Azure follows from the ring alone. */
export interface RingPart {
  /** The argument that asks for it. */
  path: string;
  /** What it is, as half a sentence: `the evaluator of service levels`. */
  what: string;
  /** What to do instead, as an order. */
  instead: string;
}

/** What this program has made in each ring, and which component has. */
const makers = new WeakMap<RingContext, Map<string, string>>();

/**
 * Refuses a component whose parts another component of this program has made in the same ring already: Azure would
 * find two resources of one name, halfway through a deployment. Called in a constructor after `refuse`, when nothing is
 * wrong with the arguments themselves; from then on the parts are this component's.
 *
 * @throws pulumi.InputPropertiesError with one entry an argument, which names the other component.
 */
export function refuseSecond(component: string, name: string, ring: RingContext, parts: readonly RingPart[]): void {
  const made = makers.get(ring) ?? new Map<string, string>();
  const problems = new Map<string, Problem>();
  for (const { path, what, instead } of parts) {
    const maker = made.get(what);
    if (maker === undefined || problems.has(path)) continue;
    problems.set(path, { path, problem: `${maker} has ${what} in this ring already; ${instead}` });
  }
  refuse(component, name, [...problems.values()]);
  for (const { what } of parts) made.set(what, `${component} "${name}"`);
  makers.set(ring, made);
}
