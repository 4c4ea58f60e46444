import type { RehearsedResource } from "../../document";

/** How a rehearsal shows what only Azure can tell. */
const UNKNOWN = "<unknown>";

/** A resource's input at a path of keys; undefined where there is none. */
export function inputAt(resource: RehearsedResource, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), resource.inputs);
}

/** A text; undefined where it is missing, something else, or not known before Azure has answered. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== UNKNOWN ? value : undefined;
}

/** A number; undefined where it is missing, something else, or not known before Azure has answered. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** A list, empty where it is missing or not known. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The texts of an object with text values; those that are unknown are left out. */
export function textsOf(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => {
      const text = textOf(each);
      return text === undefined ? [] : [[key, text]];
    }),
  );
}

/** The last part of a URN: the resource's name in the program. */
export function nameOf(urn: string): string {
  return urn.slice(urn.lastIndexOf("::") + 2);
}

function isObject(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}
