import { functions } from "../../functions";
import {
  type AzureToken,
  azureToken,
  classNames,
  functionRow,
  nameOf,
  ownNameInput,
  pathParameters,
  resourceId,
  synthesise,
} from "../../sdk";
import { typeRow } from "../../types";
import { isObject, markSecrets, type Properties, revealAll, type Value } from "../../values";
import { stableUuid, type World, type WorldResource } from "../../world";
import type { InvokeRequest } from "../package-provider";
import { type AzureType, azureType } from "./azure-type";
import { wireOutputs } from "./outputs";
import { assume } from "./read";
import { subscriptionOf } from "./subscription";

/** Answers a function of azure-native: a getter reads the world, a list function runs the row's action. */
export function invokeFunction(world: World, request: InvokeRequest): Properties | { value: Value } {
  const token = azureToken(request.token);
  const row = token === undefined ? undefined : functionRow(token);
  if (token === undefined || row === undefined) throw new Error(`Function '${request.token}' not found`);
  const args = revealAll(request.args);
  const special = functions[`${token.module}:${token.name}`];
  const subscription = subscriptionOf(world, request.config);
  if (special !== undefined) return special(world, args, subscription);
  const resource = subjectOf(world, subscription, token, args);
  const action = resource === undefined ? undefined : typeRow(resource.armType)?.actions?.[token.name];
  if (resource !== undefined && action !== undefined) {
    const result = action(resource, args, world);
    return isObject(result) ? result : { value: result };
  }
  if (resource !== undefined && /^get[A-Z]/.test(token.name)) {
    return { ...wireOutputs(resource), id: resource.id };
  }
  world.unmodelledTypes.add(request.token);
  const subject = {
    name: resource === undefined ? token.name : nameOf(resource.id),
    location: world.defaultLocation,
    uuid: (purpose: string) => stableUuid(request.token, JSON.stringify(args), purpose),
    now: world.clock.iso(),
  };
  const made = synthesise(token.module, row.outputs, {}, subject, true);
  return /key|secret|credential|connection/i.test(token.name) ? markSecrets(made, Object.keys(made)) : made;
}

/** The resource that a function is about: the getter's own class, or the class that the arguments name best. */
function subjectOf(
  world: World,
  subscription: string,
  { module, name }: AzureToken,
  args: Properties,
): WorldResource | undefined {
  const type = azureType(`azure-native:${module}:${name.replace(/^get/, "")}`) ?? ownerType(module, name, args);
  const id = type === undefined ? undefined : resourceId(type.row.path, subscription, args);
  if (type === undefined || id === undefined) return undefined;
  return world.resource(id) ?? assume(world, type, id);
}

/** `listWebAppHostKeys({ name, resourceGroupName })` is about a WebApp: its path needs no more, and its name is in it. */
function ownerType(module: string, name: string, args: Properties): AzureType | undefined {
  const fits = classNames(module)
    .map((className) => azureType(`azure-native:${module}:${className}`))
    .filter((type) => type !== undefined)
    .filter((type) => ownNameInput(type.row.path) !== undefined)
    .filter((type) => pathParameters(type.row.path).every((parameter) => args[parameter] !== undefined));
  const rank = (type: AzureType) =>
    pathParameters(type.row.path).length * 100 + (name.includes(type.token.name) ? type.token.name.length : 0);
  return fits.sort((a, b) => rank(b) - rank(a) || a.row.path.length - b.row.path.length)[0];
}
