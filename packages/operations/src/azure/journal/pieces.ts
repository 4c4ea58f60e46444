/** A text property holds 64 KiB of UTF-16, and an entity 1 MiB in all. */
const PIECE = 30_000;
const MOST_PIECES = 16;

/** A text as the properties `value0`, `value1`, … @throws RangeError if it is too long for an entity. */
export function inPieces(text: string, key: string): Record<string, string> {
  const count = Math.max(1, Math.ceil(text.length / PIECE));
  if (count > MOST_PIECES)
    throw new RangeError(`the journal's entry ${key} has ${text.length} letters; ${PIECE * MOST_PIECES} fit`);
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`value${index}`, text.slice(index * PIECE, (index + 1) * PIECE)]),
  );
}

/** The text again. */
export function fromPieces(entity: Readonly<Record<string, unknown>>): string {
  let text = "";
  for (let index = 0; typeof entity[`value${index}`] === "string"; index += 1) text += entity[`value${index}`];
  return text;
}
