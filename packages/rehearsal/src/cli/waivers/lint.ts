import { readFileSync } from "node:fs";
import type { Problem } from "@ringfence/core/problems";
import { reviewWaivers } from "@ringfence/core/waivers";
import { isNode, isSeq, LineCounter, parseDocument } from "yaml";
import { WARN_DAYS } from "../../report/view/waivers";

/** Something to be said of a waivers file, at its line where there is one. */
export interface Remark {
  line?: number;
  /** A mistake keeps a waiver from holding; a warning does not yet. */
  kind: "mistake" | "warning";
  text: string;
}

/** What was found in a waivers file. */
export interface Lint {
  waivers: number;
  remarks: Remark[];
}

/**
 * Checks a waivers file alone: its shape and its days. Which rules there are, which may be waived and for how long, is
 * known to the packs, and they say so when they judge.
 */
export function lintWaivers(file: string, now: Date): Lint {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines });
  if (document.errors.length > 0)
    return {
      waivers: 0,
      remarks: document.errors.map(({ pos: [at], message }) => ({
        line: lines.linePos(at).line,
        kind: "mistake",
        text: message.split("\n", 1)[0] ?? message,
      })),
    };
  const lineOf = (path: string): number | undefined => {
    for (let keys = keysOf(path, document.contents); ; keys = keys.slice(0, -1)) {
      const node = document.getIn(keys, true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
      if (keys.length === 0) return undefined;
    }
  };
  const review = reviewWaivers(document.toJS(), [], now);
  const mistake = ({ path, problem }: Problem): Remark => ({
    line: lineOf(path),
    kind: "mistake",
    text: `${path}: ${problem}`,
  });
  const warnings = review.waivers.flatMap(({ path, waiver, daysLeft = 0, problems }): Remark[] =>
    waiver === undefined || problems.length > 0 || daysLeft > WARN_DAYS
      ? []
      : [
          {
            line: lineOf(`${path}.expires`),
            kind: "warning",
            text: `${path}.expires: ${ends(daysLeft)} (${waiver.expires}); ${waiver.owner} renews the waiver of ${waiver.rule} or makes it needless`,
          },
        ],
  );
  const mistakes = [...review.problems, ...review.waivers.flatMap(({ problems }) => problems)].map(mistake);
  return {
    waivers: review.waivers.length,
    remarks: [...mistakes, ...warnings].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  };
}

function ends(daysLeft: number): string {
  return daysLeft === 1 ? "ends today" : `ends in ${daysLeft} days`;
}

/** `waivers[0].rings[1]` as the keys of a YAML document; a file may also be the list alone. */
function keysOf(path: string, contents: unknown): (string | number)[] {
  const keys = [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) =>
    index === undefined ? (key ?? "") : Number(index),
  );
  return isSeq(contents) && keys[0] === "waivers" ? keys.slice(1) : keys;
}
