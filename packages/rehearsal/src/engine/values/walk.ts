import {
  isMap,
  isSecret,
  isUnknown,
  SIGNATURE_KEY,
  Signature,
  secret,
  signatureOf,
  UNKNOWN,
  type Value,
  type ValueMap,
} from "./wire";

/** Whether the value or anything in it satisfies the predicate. */
function some(value: Value | undefined, found: (value: Value) => boolean): boolean {
  if (value === undefined) return false;
  if (found(value)) return true;
  if (Array.isArray(value)) return value.some((element) => some(element, found));
  return isMap(value) && Object.values(value).some((element) => some(element, found));
}

export function containsUnknowns(value: Value | undefined): boolean {
  return some(value, isUnknown);
}

export function containsSecrets(value: Value | undefined): boolean {
  return some(value, (v) => isSecret(v) || (isMap(v) && signatureOf(v) === Signature.Output && v.secret === true));
}

/** A copy of a map with every value replaced. */
export function mapValues(map: ValueMap, change: (value: Value, key: string) => Value): ValueMap {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}

/** Rebuilds a value from the inside out; `change` sees special objects after their contents. */
function rebuild(value: Value, change: (value: Value) => Value): Value {
  if (Array.isArray(value)) return change(value.map((element) => rebuild(element, change)));
  if (isMap(value)) return change(mapValues(value, (element) => rebuild(element, change)));
  return change(value);
}

/**
 * Outputs as the values they carry: an unknown one becomes the unknown value, a secret one a secret. What resources
 * get as inputs and policies see; the dependencies are kept separately.
 */
export function withoutOutputs(value: Value): Value {
  return rebuild(value, (v) => {
    if (signatureOf(v) !== Signature.Output) return v;
    const output = v as ValueMap;
    const inner = output.value === undefined ? UNKNOWN : output.value;
    return output.secret === true ? secret(inner) : inner;
  });
}

/** Resource references as the id that they stand for, or the URN where the resource has no id. */
export function withoutReferences(value: Value): Value {
  return rebuild(value, (v) => {
    if (signatureOf(v) !== Signature.Resource) return v;
    const reference = v as ValueMap;
    if (reference.id === undefined || reference.id === null) return reference.urn ?? null;
    return reference.id === "" ? UNKNOWN : reference.id;
  });
}

/** Secrets as the values in them. */
export function withoutSecrets(value: Value): Value {
  return rebuild(value, (v) => (isSecret(v) ? (v.value ?? null) : v));
}

/** Without keys that start with `__`, which are the engine's and SDKs' own; at every depth. */
export function withoutInternalKeys(value: Value): Value {
  return rebuild(value, (v) =>
    isMap(v) ? Object.fromEntries(Object.entries(v).filter(([key]) => !key.startsWith("__"))) : v,
  );
}

/** The URNs that outputs inside the value depend on. */
export function outputDependencies(value: Value | undefined, into: Set<string> = new Set()): Set<string> {
  some(value, (v) => {
    if (signatureOf(v) === Signature.Output) {
      const dependencies = (v as ValueMap).dependencies;
      if (Array.isArray(dependencies)) for (const urn of dependencies) if (typeof urn === "string") into.add(urn);
    }
    return false;
  });
  return into;
}

/** A map of property values in another form. */
export function convertMap(map: ValueMap, ...steps: ((value: Value) => Value)[]): ValueMap {
  return steps.reduce<Value>((value, step) => step(value), map) as ValueMap;
}

/** The value as an output that depends on the given resources as well. */
export function asOutput(value: Value, dependencies: Iterable<string>): ValueMap {
  const output: ValueMap = { [SIGNATURE_KEY]: Signature.Output };
  const all = outputDependencies(signatureOf(value) === Signature.Output ? { value } : null, new Set(dependencies));
  if (signatureOf(value) === Signature.Output) {
    const own = value as ValueMap;
    if (own.value !== undefined) output.value = own.value;
    if (own.secret === true) output.secret = true;
  } else if (isSecret(value)) {
    output.secret = true;
    if (!isUnknown(value.value)) output.value = value.value ?? null;
  } else if (!isUnknown(value)) output.value = value;
  if (all.size > 0) output.dependencies = [...all];
  return output;
}
