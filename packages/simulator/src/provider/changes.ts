import { isObject, isSecret, type Properties, reveal, sameValue, type Value } from "../values";
import type { DiffKind } from "./package-provider";

/** What differs between two bags of inputs, by dotted path; secret marks do not count, only what they hold. */
export function changesBetween(oldInputs: Properties, inputs: Properties): Map<string, DiffKind> {
  const changes = new Map<string, DiffKind>();
  compareObjects(oldInputs, inputs, "", changes);
  return changes;
}

function compareObjects(before: Properties, after: Properties, prefix: string, changes: Map<string, DiffKind>): void {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    compare(before[key], after[key], prefix + pathStep(key, prefix), changes);
  }
}

function compare(
  before: Value | undefined,
  after: Value | undefined,
  path: string,
  changes: Map<string, DiffKind>,
): void {
  const old = before === undefined ? undefined : reveal(before);
  const now = after === undefined ? undefined : reveal(after);
  if (sameValue(old, now)) return;
  if (old === undefined) changes.set(path, "add");
  else if (now === undefined) changes.set(path, "delete");
  else if (isObject(old) && isObject(now) && !isSecret(before) && !isSecret(after)) {
    compareObjects(old, now, path, changes);
  } else if (Array.isArray(old) && Array.isArray(now)) {
    const length = Math.max(old.length, now.length);
    for (let index = 0; index < length; index += 1) compare(old[index], now[index], `${path}[${index}]`, changes);
  } else changes.set(path, "update");
}

function pathStep(key: string, prefix: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `[${JSON.stringify(key)}]`;
  return prefix === "" ? key : `.${key}`;
}

/** Whether a path is the given property or something inside it. */
export function isAtOrInside(path: string, property: string): boolean {
  return path === property || path.startsWith(`${property}.`) || path.startsWith(`${property}[`);
}
