import type { RehearsedResource, StackRehearsal } from "../../document";
import { leavesOf } from "./leaves";
import { labelOf, type ResourceLabel } from "./resource-label";
import { resourceKey } from "./urn";

/** One resource of the program, as each stack has it. */
export interface LogicalResource {
  key: string;
  label: ResourceLabel;
  /** By stack, in the order of the stacks; absent where a stack has none. */
  in: Map<string, RehearsedResource>;
  /** Every input, side by side. */
  inputs: PropertyRow[];
}

/** A property as each stack has it. */
export interface PropertyRow {
  path: string;
  /** By position of the stack; undefined where the property or the resource is absent. */
  values: (string | undefined)[];
}

/** The program's resources, each once, in the order in which the program declares them. */
export function logicalResources(stacks: readonly StackRehearsal[]): LogicalResource[] {
  const byKey = new Map<string, LogicalResource>();
  for (const { stack, resources } of stacks)
    for (const resource of resources) {
      const key = resourceKey(resource.urn);
      const known = byKey.get(key);
      if (known) known.in.set(stack, resource);
      else byKey.set(key, { key, label: labelOf(resource.urn), in: new Map([[stack, resource]]), inputs: [] });
    }
  const names = stacks.map(({ stack }) => stack);
  for (const resource of byKey.values()) resource.inputs = inputsOf(names, resource);
  return [...byKey.values()];
}

function inputsOf(stacks: readonly string[], resource: LogicalResource): PropertyRow[] {
  const rows = new Map<string, PropertyRow>();
  for (const [index, stack] of stacks.entries())
    for (const { path, text } of leavesOf(resource.in.get(stack)?.inputs ?? {})) {
      const row = rows.get(path) ?? { path, values: stacks.map(() => undefined) };
      row.values[index] = text;
      rows.set(path, row);
    }
  return [...rows.values()];
}
