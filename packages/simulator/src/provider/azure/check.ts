import { randomBytes } from "node:crypto";
import { autoname, autonameStyle, ownNameInput, resourceId } from "../../sdk";
import { hasUnknown, isUnknown, type Properties, reveal, UNKNOWN, type Value } from "../../values";
import type { World } from "../../world";
import type { CheckRequest, CheckResponse } from "../package-provider";
import type { AzureType } from "./azure-type";
import { nameFailures } from "./name-failures";
import { subscriptionOf } from "./subscription";

/** azure-native's own mark for a name that it made up, so that a replacement can exist beside the old resource. */
export const CREATE_BEFORE_DELETE = "__createBeforeDelete";

/** Fills in what azure-native fills in (name, location, API version) and reports what it reports. */
export function checkInputs(world: World, type: AzureType, request: CheckRequest): CheckResponse {
  const inputs: Properties = { ...request.inputs };
  nameIt(type, request, inputs);
  locateIt(world, type, request, inputs);
  if (type.version !== undefined && inputs.azureApiVersion === undefined) inputs.azureApiVersion = type.version;
  const failures = [...type.inputs]
    .filter(([name, required]) => required && inputs[name] === undefined)
    .map(([name]) => ({ property: name, reason: `missing required property '${name}'` }));
  return { inputs, failures: [...failures, ...nameFailures(type, inputs)] };
}

function nameIt(type: AzureType, request: CheckRequest, inputs: Properties): void {
  const property = ownNameInput(type.row.path);
  const style = autonameStyle(type.row.path);
  if (property === undefined || style === undefined || inputs[property] !== undefined) return;
  if (!type.inputs.has(property) || type.inputs.get(property) === true) return;
  const old = request.oldInputs[property];
  if (old !== undefined) {
    inputs[property] = old;
    if (request.oldInputs[CREATE_BEFORE_DELETE] === true) inputs[CREATE_BEFORE_DELETE] = true;
    return;
  }
  const wish = request.autonaming;
  if (wish?.mode === "disable") return;
  if (wish !== undefined && (wish.mode === "enforce" || style !== "uuid")) {
    inputs[property] = wish.proposedName;
    inputs[CREATE_BEFORE_DELETE] = true;
    return;
  }
  const seed = request.seed.length > 0 ? request.seed : randomBytes(32);
  inputs[property] = autoname(style, request.name, seed);
  if (style !== "copy") inputs[CREATE_BEFORE_DELETE] = true;
}

function locateIt(world: World, type: AzureType, request: CheckRequest, inputs: Properties): void {
  if (inputs.location !== undefined || !type.inputs.has("location") || !locates(type)) return;
  const location =
    request.oldInputs.location ??
    request.config.location ??
    groupLocation(world, request.config, inputs.resourceGroupName);
  if (location !== undefined) inputs.location = location;
  else if (/^Microsoft\.Resources\/resourceGroups$/i.test(type.armType)) {
    inputs.location = world.defaultLocation;
    world.assumptions.set(request.urn, assumedLocation(world.defaultLocation));
  }
}

/** Azure refuses a resource group without a location (LocationRequired); nobody rehearses to hear only that. */
function assumedLocation(location: string): string {
  return (
    `A resource group has no location and azure-native:location is not set: ${location} is assumed. ` +
    "Azure itself would refuse it; set one with `pulumi config set azure-native:location <region>`."
  );
}

/** Template deployments, load-balancer pools and Cosmos children get no location. */
function locates({ armType }: AzureType): boolean {
  return !/^Microsoft\.(Resources\/deployments|Network\/loadBalancers\/backendAddressPools|DocumentDB\/databaseAccounts\/.+)$/i.test(
    armType,
  );
}

function groupLocation(world: World, config: Properties, name: Value | undefined): Value | undefined {
  if (name === undefined) return undefined;
  const plain = reveal(name);
  if (isUnknown(plain) || hasUnknown(plain)) return UNKNOWN;
  const path = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}";
  const id = resourceId(path, subscriptionOf(world, config), { resourceGroupName: plain });
  return id === undefined ? undefined : world.resource(id)?.properties.location;
}
