import type { ResourceLabel } from "../../view";
import { code, inline } from "../escape";

/** A resource by its name and type. */
export function subject({ name, type }: ResourceLabel): string {
  return `${code(name)} ${inline(type)}`;
}

/** The stacks that something is true of, where it is not true of all. */
export function among(stacks: readonly string[], stackCount: number): string {
  return stacks.length < stackCount ? ` (${stacks.map(code).join(", ")})` : "";
}
