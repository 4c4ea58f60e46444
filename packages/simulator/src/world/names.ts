import { nameOf } from "../sdk";
import { typeRow } from "../types";
import type { PutContext, TypeRow } from "../types/row";
import type { Properties } from "../values";
import { Refusal } from "./refusal";
import { type DeletedResource, idKey } from "./resource";

/** Azure's refusal of a name that is too short, too long or has characters that the type does not take. */
export function misnamed(row: TypeRow, name: string): Refusal | undefined {
  const rule = row.name;
  if (rule === undefined) return undefined;
  const fits = name.length >= rule.minimum && name.length <= rule.maximum && rule.pattern.test(name);
  return fits ? undefined : new Refusal(rule.status ?? 400, rule.code, rule.message(name));
}

/** Azure's refusal of a name that a resource anywhere has already, for types whose names are host names. */
export function takenName(row: TypeRow, { world, id, name, inputs }: PutContext): Refusal | undefined {
  if (row.globalName === undefined) return undefined;
  const claim = claimOf(row, name, inputs);
  if (claim === undefined) return undefined;
  const rival = world.resources().find((each) => {
    const other = typeRow(each.armType);
    if (other?.globalName === undefined || idKey(each.id) === idKey(id) || spaceOf(other) !== spaceOf(row))
      return false;
    return claimOf(other, nameOf(each.id), each.inputs)?.toLowerCase() === claim.toLowerCase();
  });
  return rival === undefined ? undefined : row.globalName.taken(claim);
}

/** The deleted resource that still holds the name: by name where names are global, by id elsewhere. */
export function graveOf(
  row: TypeRow,
  { id, name }: PutContext,
  graves: readonly DeletedResource[],
): DeletedResource | undefined {
  if (row.softDelete === undefined) return undefined;
  const isGlobal = row.globalName !== undefined && row.globalName.claims === undefined;
  return graves.find(
    (grave) =>
      grave.armType.toLowerCase() === row.armType.toLowerCase() &&
      (isGlobal ? grave.name.toLowerCase() === name.toLowerCase() : idKey(grave.id) === idKey(id)),
  );
}

/** Azure's refusal of a name that a deleted resource holds, unless the inputs ask to have it back. */
export function stillBlocked(
  row: TypeRow,
  { name, inputs }: PutContext,
  grave: DeletedResource | undefined,
): Refusal | undefined {
  const rule = row.softDelete;
  if (rule === undefined || grave === undefined || rule.restores?.(inputs) === true) return undefined;
  return rule.blocked(name, grave.id);
}

function claimOf(row: TypeRow, name: string, inputs: Properties): string | undefined {
  const rule = row.globalName;
  return rule?.claims === undefined ? name : rule.claims(inputs, name);
}

function spaceOf(row: TypeRow): string {
  return row.globalName?.namespace ?? row.armType;
}
