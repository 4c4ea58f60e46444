import { isUnknown, UNKNOWN } from "./unknown";
import { isObject, type Properties, type Value } from "./value";

/** The key that marks an object as something special on the wire (`sdk/go/common/resource/sig`). */
export const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** Whether the value is marked as a secret. */
export function isSecret(value: Value | undefined): boolean {
  return isObject(value) && value[SIGNATURE] === SECRET;
}

/** The value, marked as a secret; a secret stays as it is. */
export function secret(value: Value): Value {
  return isSecret(value) ? value : { [SIGNATURE]: SECRET, value };
}

/** The value without any secret marks, at any depth. Assets and archives keep their own marks. */
export function reveal(value: Value): Value {
  if (Array.isArray(value)) return value.map(reveal);
  if (!isObject(value)) return isUnknown(value) ? UNKNOWN : value;
  if (isSecret(value)) return reveal(value.value ?? null);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, reveal(inner)]));
}

/** The bag without any secret marks. */
export function revealAll(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, reveal(value)]));
}

/** Marks in `outputs` whatever is a secret at the same place in `inputs`, so that a secret stays one on its way back. */
export function keepSecrets(outputs: Value, inputs: Value | undefined): Value {
  if (isSecret(inputs)) return secret(outputs);
  if (Array.isArray(outputs) && Array.isArray(inputs)) {
    return outputs.map((item, index) => keepSecrets(item, inputs[index]));
  }
  if (!isObject(outputs) || !isObject(inputs)) return outputs;
  return Object.fromEntries(Object.entries(outputs).map(([key, value]) => [key, keepSecrets(value, inputs[key])]));
}

/**
 * Marks the values at the given paths as secrets.
 *
 * @param paths dotted paths; `*` stands for every item of a list or map.
 */
export function markSecrets(properties: Properties, paths: readonly string[]): Properties {
  return paths.reduce((marked, path) => markAt(marked, path.split(".")) as Properties, properties);
}

function markAt(value: Value, path: readonly string[]): Value {
  const [step, ...rest] = path;
  if (step === undefined) return isUnknown(value) || value === null ? value : secret(value);
  if (Array.isArray(value)) return step === "*" ? value.map((item) => markAt(item, rest)) : value;
  if (!isObject(value) || isSecret(value)) return value;
  const keys = step === "*" ? Object.keys(value) : [step].filter((key) => key in value);
  return { ...value, ...Object.fromEntries(keys.map((key) => [key, markAt(value[key] ?? null, rest)])) };
}
