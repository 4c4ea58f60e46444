import { cognitiveServices } from "./cognitive-services";
import type { TypeRow } from "./row";
import { storage } from "./storage";

export type { GlobalName, NameRule, PutContext, SoftDelete, TypeRow } from "./row";

const rows: ReadonlyMap<string, TypeRow> = new Map(
  [...cognitiveServices, ...storage].map((row) => [row.armType.toLowerCase(), row]),
);

/** The model's row for an ARM type, or undefined for a type it does not know in detail. */
export function typeRow(armType: string): TypeRow | undefined {
  return rows.get(armType.toLowerCase());
}
