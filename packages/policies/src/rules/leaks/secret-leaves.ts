import { fails, holds, type Judgement, type Value } from "../../rule";
import { looksSecret } from "./secret-shapes";

/** Judges every text in a value, however deep, by whether it looks like a secret; `must` says what to do with one. */
export function noSecretIn(value: Value, name: string, must: string): readonly Judgement[] {
  const keys = value.keys();
  if (keys.length > 0) return keys.flatMap((key) => noSecretIn(value.child(key), /^\d+$/.test(key) ? name : key, must));
  return [value.judge(() => (looksSecret(name, value.text ?? "") ? fails(value.path, must) : holds))];
}
