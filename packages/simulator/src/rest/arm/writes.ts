import { type AzureType, hasClassFor } from "../../provider/azure/azure-type";
import { outputsOf } from "../../provider/azure/outputs";
import { objectOf, type Properties } from "../../values";
import type { WorldResource } from "../../world";
import type { DoorContext } from "../door-context";
import { jsonBody, type RestAnswer, type RestRequest } from "../http/exchange";
import { RestRefusal } from "../http/rest-refusal";
import { writtenStatus } from "./created-status";
import { isLongRunning } from "./long-running-types";
import { notFound } from "./not-found";
import type { Operations } from "./operations";
import { checkPreconditions } from "./preconditions";
import { bodyOf, inputsOfBody, patched } from "./resource-body";
import { classAt } from "./resource-classes";
import type { ArmPath } from "./resource-path";

/**
 * Creates or changes a resource: 201 for a new one, 200 for one that was there; the types that Azure finishes later say
 * where to ask.
 */
export async function writeResource(
  context: DoorContext,
  operations: Operations,
  path: ArmPath,
  request: RestRequest,
): Promise<RestAnswer> {
  const { world } = context;
  const known = world.resource(path.id);
  const existing = known?.assumed === true ? undefined : known;
  const type = classAt(path.id);
  if (type === undefined)
    throw new RestRefusal(405, "MethodNotAllowed", `A resource of type '${path.armType}' cannot be written.`);
  if (request.method === "PATCH" && existing === undefined) throw notFound(world, path.id, path.armType);
  checkPreconditions(request, existing);
  const given = inputsOfBody(type, path.id, jsonBody(request));
  const inputs = request.method === "PATCH" ? patched(existing?.inputs ?? {}, given) : given;
  keepLocation(type, inputs, existing);
  const id = existing?.id ?? path.id;
  const resource = await world.put({
    id,
    armType: type.armType,
    inputs,
    create: false,
    isCreatable: (armType) => hasClassFor(type.token.module, armType),
    shape: (added) => outputsOf(world, type, id, inputs, added),
  });
  const kind = existing === undefined ? "create" : "update";
  const status = request.method === "PUT" ? writtenStatus(type.armType, existing === undefined) : 200;
  const milliseconds = context.options.operationMilliseconds ?? 0;
  if (!isLongRunning(type.armType, "put") || milliseconds === 0) return { status, body: bodyOf(type, resource) };
  const headers = operations.start(resource.id, kind, milliseconds);
  const body = bodyOf(type, resource);
  const state = operations.stateOf(resource.id) ?? "Succeeded";
  return {
    status: 201,
    headers,
    body: { ...body, properties: { ...objectOf(body.properties), provisioningState: state } },
  };
}

/** Deletes a resource: 200, 202 where it takes time, 204 where there was nothing. */
export async function deleteResource(context: DoorContext, operations: Operations, path: ArmPath): Promise<RestAnswer> {
  const { world, options } = context;
  const existing = world.resource(path.id);
  if (existing === undefined) {
    if (/^Microsoft\.Resources\/resourceGroups$/i.test(path.armType)) throw notFound(world, path.id, path.armType);
    return { status: 204 };
  }
  await world.remove(path.id);
  const milliseconds = options.operationMilliseconds ?? 0;
  if (!isLongRunning(path.armType, "remove") || milliseconds === 0) return { status: 200 };
  return { status: 202, headers: operations.start(path.id, "delete", milliseconds) };
}

/** A resource that lies somewhere must say where, and stays there. */
function keepLocation(type: AzureType, inputs: Properties, existing: WorldResource | undefined): void {
  const isTracked =
    type.inputs.has("location") &&
    type.inputs.has("tags") &&
    type.armType.split("/").length === 2 &&
    type.inputs.has("resourceGroupName");
  const isGroup = /^Microsoft\.Resources\/resourceGroups$/i.test(type.armType);
  if (!(isTracked || isGroup) || inputs.location !== undefined) return;
  const location = existing?.properties.location;
  if (location === undefined) {
    throw new RestRefusal(400, "LocationRequired", "The location property is required for this definition.");
  }
  inputs.location = location;
}
