/** Longer values are cut for reading; the JSON document has them whole. */
const LONGEST = 160;

/** A text short enough for a table, saying how long it was where it was cut. */
export function shorten(text: string, longest = LONGEST): string {
  return text.length <= longest
    ? text
    : `${text.slice(0, longest - 40).trimEnd()}… (${text.length.toLocaleString("en-US")} characters)`;
}

/** Characters shown before and after the first difference of long texts. */
const AROUND = { before: 24, after: 56 };

/** Cuts texts that are to be compared so that the first place where they differ stays visible. */
export function shortenTogether(texts: readonly (string | undefined)[]): (string | undefined)[] {
  const given = texts.filter((text) => text !== undefined);
  if (given.every((text) => text.length <= AROUND.before + AROUND.after)) return [...texts];
  const at = firstDifference(given);
  const from = at <= AROUND.before ? 0 : at - AROUND.before;
  const to = from + AROUND.before + AROUND.after;
  return texts.map(
    (text) => text && `${from > 0 ? "…" : ""}${text.slice(from, to).trim()}${to < text.length ? "…" : ""}`,
  );
}

function firstDifference(texts: readonly string[]): number {
  const [first = "", ...others] = texts;
  let at = 0;
  while (at < first.length && others.every((other) => other[at] === first[at])) at++;
  return at;
}
