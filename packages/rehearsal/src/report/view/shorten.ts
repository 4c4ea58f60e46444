/** Longer values are cut for reading; the JSON document has them whole. */
const LONGEST = 160;

/** A text short enough for a table, saying how long it was where it was cut. */
export function shorten(text: string, longest = LONGEST): string {
  return text.length <= longest
    ? text
    : `${text.slice(0, longest - 40).trimEnd()}… (${text.length.toLocaleString("en-US")} characters)`;
}

/** Cuts texts that are to be compared so that the first place where they differ stays visible. */
export function shortenTogether(texts: readonly (string | undefined)[]): (string | undefined)[] {
  const given = texts.filter((text) => text !== undefined);
  if (given.every((text) => text.length <= LONGEST)) return [...texts];
  const from = Math.max(0, firstDifference(given) - 20);
  return texts.map((text) =>
    text === undefined || from === 0 || from >= text.length ? text && shorten(text) : `…${shorten(text.slice(from))}`,
  );
}

function firstDifference(texts: readonly string[]): number {
  const [first = "", ...others] = texts;
  let at = 0;
  while (at < first.length && others.every((other) => other[at] === first[at])) at++;
  return at;
}
