import { printable } from "./paint";

/** Breaks text into lines of at most `columns` characters, all indented alike. A longer word keeps its line. */
export function wrap(text: string, columns: number, indent = ""): string[] {
  const width = Math.max(20, columns - indent.length);
  return printable(text)
    .split("\n")
    .flatMap((line) => wrapLine(line, width))
    .map((line) => (line === "" ? line : indent + line));
}

/** The same as an item of a list. */
export function bullet(text: string, columns: number): string[] {
  return wrap(text, columns, "    ").map((line, index) => (index === 0 ? `  - ${line.trimStart()}` : line));
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    if (current !== "" && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current];
}
