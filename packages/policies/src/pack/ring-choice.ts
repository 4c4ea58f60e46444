import { type Ring, type RingName, ringNames, rings } from "@ringfence/core/rings";
import { type Resource, tag } from "../rule";
import type { PackEnvironment } from "./environment";

/** The ring that a pack judges for, and how it knows. */
export interface RingChoice {
  ring: Ring;
  from: "the pack's configuration" | "the program's configuration" | "the stack's name" | "nothing that names one";
}

/**
 * The ring: what the pack's configuration says, else the program's `<project>:ring`, else the stack's name if it is a
 * ring's, else prod, because the strictest mistake is the one that somebody notices.
 */
export function chooseRing(environment: PackEnvironment, configured?: unknown): RingChoice {
  const fromProgram = environment.config[`${environment.project}:ring`];
  return (
    choice(configured, "the pack's configuration") ??
    choice(fromProgram, "the program's configuration") ??
    choice(environment.stack, "the stack's name") ?? { ring: rings.prod, from: "nothing that names one" }
  );
}

function choice(name: unknown, from: RingChoice["from"]): RingChoice | undefined {
  return isRing(name) ? { ring: rings[name], from } : undefined;
}

function isRing(name: unknown): name is RingName {
  return ringNames.includes(name as RingName);
}

/** The ring of one resource: the pack's, or where nothing names that, what the resource's `environment` tag says. */
export function ringOfResource({ ring, from }: RingChoice, resource: Resource): Ring {
  if (from !== "nothing that names one") return ring;
  const named = tag(resource, "environment").text?.toLowerCase();
  return isRing(named) ? rings[named] : ring;
}
