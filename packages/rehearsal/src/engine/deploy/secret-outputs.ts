import type { ResourceState } from "../state/resource-state";
import { mapValues } from "../values/walk";
import { isSecret, secret, type ValueMap } from "../values/wire";

/** Outputs with secrets marked that the program asked for, and those that echo a secret input. */
export function markSecretOutputs(outputs: ValueMap, resource: ResourceState): ValueMap {
  const asked = new Set(resource.additionalSecretOutputs);
  return mapValues(outputs, (value, key) => (asked.has(key) || isSecret(resource.inputs[key]) ? secret(value) : value));
}
