const HIDDEN = "[secret]";

/** A shorter text is in too many others to be looked for. */
const SHORTEST = 8;

/** More values than a job deals with at a time; the oldest are forgotten. */
const MOST = 1_000;

const known = new Set<string>();

/** Notes a value that must not be printed, as it is and as an address has it. */
export function neverPrint(value: string): void {
  if (value.length < SHORTEST) return;
  for (const form of new Set([value, encodeURIComponent(value)])) {
    known.delete(form);
    known.add(form);
  }
  for (const oldest of known) {
    if (known.size <= MOST) break;
    known.delete(oldest);
  }
}

/** A text without any value of a Secret of this process: what others wrote, an SDK's message, may hold one. */
export function redacted(text: string): string {
  let clean = text;
  for (const value of known) if (clean.includes(value)) clean = clean.replaceAll(value, HIDDEN);
  return clean;
}
