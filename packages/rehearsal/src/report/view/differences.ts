import { collapseAbsent } from "./collapse-absent";
import type { LogicalResource, PropertyRow } from "./logical-resource";
import { groupByPresence, type PresenceGroup } from "./presence-group";
import { groupAlike, type PropertyGroup } from "./property-group";
import type { ResourceLabel } from "./resource-label";
import { shortenTogether } from "./shorten";
import { isDeployed } from "./stack-summary";
import { namesOfStack } from "./stage-order";

/** What reviewers look for: where the stacks are not alike. */
export interface Differences {
  /** Resources that some stacks have and others do not. */
  presence: PresenceGroup[];
  properties: PropertyGroup[];
  /** Values left out because they differ only by the stack's own name or by a generated id. */
  onlyNames: number;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Compares what each stack gives Azure. Components are left out: their children show what they decide. */
export function differencesBetween(stacks: readonly string[], resources: readonly LogicalResource[]): Differences {
  const found: Differences = { presence: [], properties: [], onlyNames: 0 };
  const partial: { resource: ResourceLabel; stacks: string[] }[] = [];
  const properties: { resource: ResourceLabel; rows: PropertyRow[] }[] = [];
  if (stacks.length < 2) return found;
  for (const resource of resources) {
    const here = stacks.filter((stack) => {
      const instance = resource.in.get(stack);
      return instance !== undefined && isDeployed(instance);
    });
    if (here.length === 0) continue;
    if (here.length < stacks.length) partial.push({ resource: resource.label, stacks: here });
    if (here.length < 2) continue;
    const rows: PropertyRow[] = [];
    for (const row of resource.inputs) {
      const compared = row.values.filter((_, index) => resource.in.has(stacks[index] ?? ""));
      if (new Set(compared).size === 1) continue;
      if (isOnlyNames(stacks, row.values, compared)) found.onlyNames++;
      else rows.push(row);
    }
    if (rows.length > 0) properties.push({ resource: resource.label, rows: collapseAbsent(rows).map(shortened) });
  }
  found.presence = groupByPresence(partial);
  found.properties = groupAlike(properties);
  return found;
}

function shortened({ path, values }: PropertyRow): PropertyRow {
  return { path, values: shortenTogether(values) };
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
      value === "<unknown>" ||
      namesOfStack(stacks[index] ?? "").some((name) => value.toLowerCase().includes(name)),
  );
}
