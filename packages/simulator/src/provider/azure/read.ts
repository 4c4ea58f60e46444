import { parseResourceId } from "../../sdk";
import { keepSecrets, type Properties, revealAll, sameValue, type Value } from "../../values";
import type { World, WorldResource } from "../../world";
import type { ReadRequest, ReadResponse } from "../package-provider";
import { type AzureType, azureType } from "./azure-type";
import { outputsOf, wireOutputs } from "./outputs";

/**
 * Reads a resource. One that the state knows and the world does not is gone; one that a program asks for by id
 * (`.get`, import) and that nobody created here is taken to exist.
 */
export function readResource(world: World, type: AzureType, request: ReadRequest): ReadResponse {
  const isRefresh = Object.keys(request.oldInputs).length > 0 || Object.keys(request.oldOutputs).length > 0;
  const resource = world.resource(request.id) ?? (isRefresh ? undefined : assume(world, type, request.id));
  if (resource === undefined) return undefined;
  const inputs = isRefresh ? driftedInputs(request, resource) : resource.inputs;
  return { id: resource.id, inputs, outputs: keepSecrets(wireOutputs(resource), inputs) as Properties };
}

/**
 * Adds a resource that exists without having been created here, with what its id says and its type always has; its
 * resource group exists then, too.
 */
export function assume(world: World, type: AzureType, id: string): WorldResource {
  const group = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+(?=\/)/i.exec(id)?.[0];
  const groups = azureType("azure-native:resources:ResourceGroup");
  if (group !== undefined && groups !== undefined && world.resource(group) === undefined) assume(world, groups, group);
  const inputs: Properties = parseResourceId(type.row.path, id) ?? {};
  delete inputs.subscriptionId;
  if (type.row.outputs.location !== undefined) inputs.location = groupLocation(world, id);
  const added = world.addedTo(type.armType, id, inputs);
  return world.assume(id, type.armType, outputsOf(world, type, id, inputs, added, true));
}

function groupLocation(world: World, id: string): string {
  const group = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i.exec(id)?.[0];
  const location = group === undefined ? undefined : world.resource(group)?.properties.location;
  return typeof location === "string" ? location : world.defaultLocation;
}

/** The inputs as they were, except where somebody changed the resource since it was last read. */
function driftedInputs(request: ReadRequest, resource: WorldResource): Properties {
  const before = revealAll(request.oldOutputs);
  const inputs: Properties = { ...request.oldInputs };
  for (const [name, value] of Object.entries(resource.properties)) {
    const known = inputs[name];
    if (known === undefined || sameValue(value, before[name])) continue;
    inputs[name] = changed(known, before[name], value);
  }
  return inputs;
}

function changed(input: Value, before: Value | undefined, now: Value): Value {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return now;
  if (typeof now !== "object" || now === null || Array.isArray(now)) return now;
  const old = typeof before === "object" && before !== null && !Array.isArray(before) ? before : {};
  const result: Properties = { ...input };
  for (const [name, value] of Object.entries(now)) {
    const inner = input[name];
    if (inner !== undefined && !sameValue(value, old[name])) result[name] = changed(inner, old[name], value);
  }
  return result;
}
