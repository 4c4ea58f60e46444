/**
 * Property values as Pulumi's gRPC protocols carry them: plain JSON in which a special key marks secrets, outputs,
 * resource references, assets and archives, and reserved strings stand for unknown values. The engine works on this
 * form, so that what a program sends reaches providers and packs unchanged. The signatures are those of
 * `@pulumi/pulumi/runtime/rpc`.
 */
export type Value = null | boolean | number | string | Value[] | ValueMap;

export interface ValueMap {
  [key: string]: Value;
}

/** The key that marks a special object. */
export const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";

export const Signature = {
  Secret: "1b47061264138c4ac30d75fd1eb44270",
  Output: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
  Resource: "5cf8f73096256a8f31e491e813e4eb8e",
  Asset: "c44067f5952c0a294b673a41bacd8c17",
  Archive: "0def7320c3a5731c473e5ecbe6d01bc7",
} as const;
export type Signature = (typeof Signature)[keyof typeof Signature];

/** The unknown value that the engine itself writes. Also the id of a provider that a preview has not created. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Every reserved string that stands for an unknown value, whatever its type. */
const UNKNOWNS: ReadonlySet<string> = new Set([
  UNKNOWN,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

export function isMap(value: Value | undefined): value is ValueMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Which special object a value is; undefined for plain values. */
export function signatureOf(value: Value | undefined): string | undefined {
  if (!isMap(value)) return undefined;
  const signature = value[SIGNATURE_KEY];
  return typeof signature === "string" ? signature : undefined;
}

export function isSecret(value: Value | undefined): value is ValueMap {
  return signatureOf(value) === Signature.Secret;
}

/** Whether the value itself is unknown, plainly or as an output without a value. */
export function isUnknown(value: Value | undefined): boolean {
  if (typeof value === "string") return UNKNOWNS.has(value);
  return signatureOf(value) === Signature.Output && (value as ValueMap).value === undefined;
}

export function secret(value: Value): ValueMap {
  return isSecret(value) ? value : { [SIGNATURE_KEY]: Signature.Secret, value };
}

/** The value inside a secret, or the value itself. */
export function revealed(value: Value): Value {
  return isSecret(value) ? revealed(value.value ?? null) : value;
}
