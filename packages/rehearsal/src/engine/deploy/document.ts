import type { RehearsedResource } from "../../document";
import type { ResourceState } from "../state/resource-state";
import { mapValues } from "../values/walk";
import {
  isMap,
  isSecret,
  isUnknown,
  SIGNATURE_KEY,
  Signature,
  signatureOf,
  type Value,
  type ValueMap,
} from "../values/wire";

/** With which the SDK marks resources among a stack's outputs, in previews only. */
const PREVIEW_MARK = "@isPulumiResource";

/** A value as the document shows it: secrets and unknown values by name, special objects as what they are. */
export function shown(value: Value): unknown {
  if (isSecret(value)) return "[secret]";
  if (isUnknown(value)) return "<unknown>";
  if (Array.isArray(value)) return value.map(shown);
  if (!isMap(value)) return value;
  switch (signatureOf(value)) {
    case Signature.Output:
      return value.secret === true ? "[secret]" : shown(value.value ?? null);
    case Signature.Resource:
      return typeof value.id === "string" && value.id !== "" ? shown(value.id) : (value.urn ?? null);
    default:
      return shownMap(value);
  }
}

export function shownMap(map: ValueMap): Record<string, unknown> {
  const { [SIGNATURE_KEY]: _signature, [PREVIEW_MARK]: _mark, ...fields } = map;
  return mapValues(fields, (value) => shown(value) as Value);
}

/** A resource as the document lists it. */
export function rehearsedResource(resource: ResourceState): RehearsedResource {
  const propertyDependencies = Object.entries(resource.propertyDependencies).filter(([, urns]) => urns.length > 0);
  return {
    urn: resource.urn,
    type: resource.type,
    name: resource.name,
    ...(resource.parent ? { parent: resource.parent } : {}),
    custom: resource.custom,
    ...(resource.external ? { read: true } : {}),
    inputs: shownMap(resource.inputs),
    outputs: shownMap(resource.outputs),
    ...(resource.id !== "" && !isUnknown(resource.id) ? { id: resource.id } : {}),
    dependencies: resource.dependencies,
    propertyDependencies: Object.fromEntries(propertyDependencies),
    protect: resource.protect,
  };
}
