import type { RehearsedResource } from "../document";
import { shownMap } from "../engine/deploy/document";
import type { ValueMap } from "../engine/values/wire";
import type { EngineEvent } from "./engine-event";

/** Steps after which a resource is no more, or no longer the stack's. */
const GONE = /^(?:delete|discard|remove)/;

const READ: ReadonlySet<string> = new Set(["read", "read-replacement"]);

/** The resources that a run leaves, in the order in which they were worked on. */
export function resourcesOf(events: readonly EngineEvent[]): RehearsedResource[] {
  const found = new Map<string, RehearsedResource>();
  for (const { resourcePreEvent, resOutputsEvent } of events) {
    const step = (resOutputsEvent ?? resourcePreEvent)?.metadata;
    if (!step) continue;
    if (GONE.test(step.op)) {
      if (step.op === "delete" || step.op.startsWith("remove")) found.delete(step.urn);
      continue;
    }
    const state = step.new ?? step.old;
    if (!state) continue;
    found.set(step.urn, {
      urn: step.urn,
      type: step.type,
      name: step.urn.split("::").slice(3).join("::"),
      ...(state.parent && { parent: state.parent }),
      custom: state.custom ?? false,
      ...(READ.has(step.op) && { read: true }),
      inputs: shownMap((state.inputs ?? {}) as ValueMap),
      outputs: shownMap((state.outputs ?? {}) as ValueMap),
      ...(state.id && { id: state.id }),
      dependencies: [],
      propertyDependencies: {},
      protect: state.protect ?? false,
    });
  }
  return [...found.values()];
}
