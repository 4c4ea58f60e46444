import type { Waiver, WaiverTarget } from "./waiver";

/** Whether the waiver is for this rule, this resource and this ring. It says nothing of whether the waiver is in order. */
export function covers(waiver: Waiver, target: WaiverTarget): boolean {
  return waiver.rule === target.rule && holdsIn(waiver, target.ring) && selects(waiver, target);
}

/** Whether the waiver's rings include this one. */
export function holdsIn(waiver: Waiver, ring: WaiverTarget["ring"]): boolean {
  return waiver.rings === undefined || waiver.rings.includes(ring);
}

/** Whether the waiver's URN, or its type and name, are this resource's. */
export function selects(waiver: Waiver, { urn, types, name }: Pick<WaiverTarget, "urn" | "types" | "name">): boolean {
  if (waiver.urn !== undefined) return waiver.urn === urn;
  const type = waiver.type;
  if (type !== undefined && !types.some((candidate) => fits(type, candidate))) return false;
  return waiver.name === undefined || fits(waiver.name, name);
}

/** Compares without regard to case, `*` standing for any characters. */
function fits(pattern: string, text: string): boolean {
  const parts = pattern.toLowerCase().split("*");
  const given = text.toLowerCase();
  const [first = "", ...rest] = parts;
  if (rest.length === 0) return given === first;
  const last = rest.pop() ?? "";
  if (given.length < first.length + last.length || !given.startsWith(first) || !given.endsWith(last)) return false;
  let from = first.length;
  for (const part of rest) {
    const found = given.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return from <= given.length - last.length;
}
