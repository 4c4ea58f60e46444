/** A table's cell; `text` is what it is as wide as, `painted` what is printed. */
export interface Cell {
  text: string;
  painted?: string;
}

/** Lines of a table whose columns are as wide as their widest cell; the last column runs on, folded to the width. */
export function tableLines(rows: readonly (readonly Cell[])[], columns: number): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, at) => Math.max(...rows.map((row) => row[at]?.text.length ?? 0)));
  const indent = 1 + widths.slice(0, -1).reduce((sum, width) => sum + width + 2, 0);
  const room = Math.max(24, columns - indent);
  return rows.flatMap((row) => {
    const head = row
      .slice(0, -1)
      .map(({ text, painted = text }, at) => painted + " ".repeat((widths[at] ?? 0) - text.length + 2))
      .join("");
    const [first = "", ...rest] = folded(row.at(-1)?.text ?? "", room);
    return [` ${head}${first}`.trimEnd(), ...rest.map((line) => " ".repeat(indent) + line)];
  });
}

function folded(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
