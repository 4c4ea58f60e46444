import type { PropertyRow } from "./logical-resource";
import type { ResourceLabel } from "./resource-label";

/** Properties side by side, and every resource of one type of which exactly this is to be said. */
export interface PropertyGroup {
  resources: ResourceLabel[];
  rows: PropertyRow[];
}

/** Says once what is the same for several resources of a type: a hundred vaults of one SKU are one group. */
export function groupAlike(found: readonly { resource: ResourceLabel; rows: PropertyRow[] }[]): PropertyGroup[] {
  const groups = new Map<string, PropertyGroup>();
  for (const { resource, rows } of found) {
    const key = JSON.stringify([resource.type, rows]);
    const group = groups.get(key);
    if (group) group.resources.push(resource);
    else groups.set(key, { resources: [resource], rows });
  }
  return [...groups.values()];
}
