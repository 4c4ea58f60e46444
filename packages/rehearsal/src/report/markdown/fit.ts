import { counted } from "../view";
import { collapsed } from "./escape";

/** A part of a comment: lines that may be cut off at the end if the comment grows too long. */
export interface Part {
  /** Absent where the lines speak for themselves. */
  title?: string;
  /** Shown at once, and not only when its title is opened. */
  open?: boolean;
  /** Lines that make no sense without each other, before the others: a table's head. */
  head?: string[];
  lines: string[];
}

/** Characters kept free for saying what was left out. */
const RESERVE = 400;

/** Puts parts together, first come first served, and says at the end what did not fit. */
export function fitTogether(head: string, parts: readonly Part[], foot: string, longest: number): string {
  const written = [head];
  const leftOut: string[] = [];
  let room = longest - head.length - foot.length - RESERVE;
  for (const part of parts) {
    const frame = render({ ...part, lines: [] }).length + 2;
    const lines: string[] = [];
    let used = frame;
    for (const line of part.lines) {
      if (used + line.length + 1 > room) break;
      used += line.length + 1;
      lines.push(line);
    }
    const named = part.title ?? "the summary";
    const missing = part.lines.length - lines.length;
    if (missing > 0)
      leftOut.push(missing === part.lines.length ? named : `${counted(missing, "entry", "entries")} of ${named}`);
    if (lines.length === 0) continue;
    room -= used;
    written.push(render({ ...part, lines }));
  }
  if (leftOut.length > 0)
    written.push(cutTo(`**Left out, because a comment may not be longer:** ${leftOut.join("; ")}.`));
  return [...written, foot].join("\n\n");
}

function cutTo(text: string): string {
  return text.length <= RESERVE - 10 ? text : `${text.slice(0, RESERVE - 20)}….`;
}

function render({ title, open, head = [], lines }: Part): string {
  const body = [...head, ...lines].join("\n");
  if (title === undefined) return body;
  return open ? `#### ${title}\n\n${body}` : collapsed(title, body);
}
