import type { AzureType } from "../../provider/azure/azure-type";
import { nameOf, parseResourceId } from "../../sdk";
import { isObject, objectOf, type Properties, type Value } from "../../values";
import type { WorldResource } from "../../world";
import { isShown, standsInside, withNativeNames, withWireNames } from "./body-exceptions";

/** Members of a resource that stand beside `properties` in Azure Resource Manager. */
const ENVELOPE: ReadonlySet<string> = new Set([
  "id",
  "name",
  "type",
  "location",
  "extendedLocation",
  "tags",
  "kind",
  "sku",
  "identity",
  "zones",
  "plan",
  "managedBy",
  "etag",
  "eTag",
  "systemData",
]);

/**
 * A request's body as azure-native's inputs: `properties` is lifted up unless the class keeps it, and the parameters of
 * the path are inputs as well.
 */
export function inputsOfBody(type: AzureType, id: string, body: Properties): Properties {
  const { id: _, name: __, type: ___, systemData: ____, ...given } = body;
  const parameters: Properties = { ...parseResourceId(type.row.path, id) };
  delete parameters.subscriptionId;
  if (typeof parameters.scope === "string") parameters.scope = `/${parameters.scope.replace(/^\/+/, "")}`;
  if (type.inputs.has("properties")) return { ...withNativeNames(type.armType, given), ...parameters };
  const { properties, ...envelope } = given;
  return { ...withNativeNames(type.armType, objectOf(properties)), ...envelope, ...parameters };
}

/** A resource as Azure Resource Manager writes it. Keys that only a POST action gives are not shown. */
export function bodyOf(type: AzureType | undefined, resource: WorldResource): Properties {
  const { armType } = resource;
  const shown = Object.fromEntries(
    Object.entries(resource.properties).filter(([key]) => key !== "azureApiVersion" && isShown(armType, key)),
  );
  const { id: _, name, type: shownType, ...rest } = shown;
  const body: Properties = { id: resource.id, name: name ?? nameOf(resource.id), type: shownType ?? armType };
  if (type?.inputs.has("properties") === true || isObject(rest.properties)) {
    return { ...body, ...withWireNames(armType, rest) };
  }
  const entries = Object.entries(rest);
  const envelope = Object.fromEntries(entries.filter(([key]) => isEnvelope(armType, key)));
  const inner = Object.fromEntries(entries.filter(([key]) => !isEnvelope(armType, key)));
  return { ...body, ...envelope, properties: withWireNames(armType, inner) };
}

function isEnvelope(armType: string, key: string): boolean {
  return ENVELOPE.has(key) && !standsInside(armType, key);
}

/** What a PATCH asks for, laid over what is there: objects are merged, null removes, lists are replaced. */
export function patched(before: Properties, patch: Properties): Properties {
  const result: Properties = { ...before };
  for (const [key, value] of Object.entries(patch)) {
    const old: Value | undefined = result[key];
    if (value === null) delete result[key];
    else result[key] = isObject(value) && isObject(old) ? patched(old, value) : value;
  }
  return result;
}
