import type { LogicalResource, PropertyRow } from "./logical-resource";
import { groupAlike, type PropertyGroup } from "./property-group";
import type { ResourceLabel } from "./resource-label";
import { shortenTogether } from "./shorten";
import { isDeployed } from "./stack-summary";

/** What reviewers look for: where the stacks are not alike. */
export interface Differences {
  /** Resources that some stacks have and others do not, by position of the stack. */
  presence: { resource: ResourceLabel; has: boolean[] }[];
  properties: PropertyGroup[];
  /** Values left out because they differ only by the stack's own name or by a generated id. */
  onlyNames: number;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Compares what each stack gives Azure. Components are left out: their children show what they decide. */
export function differencesBetween(stacks: readonly string[], resources: readonly LogicalResource[]): Differences {
  const found: Differences = { presence: [], properties: [], onlyNames: 0 };
  const properties: { resource: ResourceLabel; rows: PropertyRow[] }[] = [];
  if (stacks.length < 2) return found;
  for (const resource of resources) {
    const here = stacks.filter((stack) => {
      const instance = resource.in.get(stack);
      return instance !== undefined && isDeployed(instance);
    });
    if (here.length === 0) continue;
    if (here.length < stacks.length)
      found.presence.push({ resource: resource.label, has: stacks.map((stack) => here.includes(stack)) });
    if (here.length < 2) continue;
    const rows: PropertyRow[] = [];
    for (const row of resource.inputs) {
      const compared = row.values.filter((_, index) => resource.in.has(stacks[index] ?? ""));
      if (new Set(compared).size === 1) continue;
      if (isOnlyNames(stacks, row.values, compared)) found.onlyNames++;
      else rows.push({ path: row.path, values: shortenTogether(row.values) });
    }
    if (rows.length > 0) properties.push({ resource: resource.label, rows });
  }
  found.properties = groupAlike(properties);
  return found;
}

function isOnlyNames(
  stacks: readonly string[],
  values: readonly (string | undefined)[],
  compared: readonly (string | undefined)[],
): boolean {
  if (compared.includes(undefined)) return false;
  return values.every(
    (value, index) =>
      value === undefined ||
      guid.test(value) ||
      value === "[unknown]" ||
      value.toLowerCase().includes((stacks[index] ?? "").toLowerCase()),
  );
}
