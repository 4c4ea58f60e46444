import type { ResourceLabel } from "./resource-label";

/** Resources that the same stacks have and the others do not, by type. */
export interface PresenceGroup {
  /** The stacks that have them. */
  stacks: string[];
  count: number;
  types: { type: string; names: string[] }[];
}

/** Groups resources by the stacks that have them, the largest group first: "in test and prod only" is said once. */
export function groupByPresence(partial: readonly { resource: ResourceLabel; stacks: string[] }[]): PresenceGroup[] {
  const groups = new Map<string, PresenceGroup>();
  for (const { resource, stacks } of partial) {
    const key = JSON.stringify(stacks);
    const group = groups.get(key) ?? { stacks, count: 0, types: [] };
    groups.set(key, group);
    group.count++;
    const known = group.types.find(({ type }) => type === resource.type);
    if (known) known.names.push(resource.name);
    else group.types.push({ type: resource.type, names: [resource.name] });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}
