import { isRecord } from "../project/project";
import { SIGNATURE_KEY, Signature, secret, UNKNOWN, type Value, type ValueMap } from "../values/wire";

/**
 * The properties of an exported resource. A secret is kept as one of which nothing is known, whether the export holds
 * it encrypted or, with `--show-secrets`, in the clear; its clear texts are added to `secrets`.
 */
export function exportedMap(map: unknown, secrets: string[]): ValueMap {
  if (!isRecord(map)) return {};
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, exported(value, secrets)]));
}

function exported(value: unknown, secrets: string[]): Value {
  if (Array.isArray(value)) return value.map((element) => exported(element, secrets));
  if (!isRecord(value)) return (value ?? null) as Value;
  if (value[SIGNATURE_KEY] !== Signature.Secret) return exportedMap(value, secrets);
  if (typeof value.plaintext === "string") secrets.push(...clearTexts(value.plaintext));
  return secret(UNKNOWN);
}

/** A secret in the clear is its value as JSON. */
function clearTexts(json: string): string[] {
  try {
    return texts(JSON.parse(json));
  } catch {
    return [json];
  }
}

function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(texts);
}
