/** Text that Markdown and GitHub leave alone: no markup, no mention of a person, no reference to an issue. */
export function inline(text: string): string {
  return text
    .replace(/[\\`*_{}[\]|~]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/(?<!\w)[@#](?=\w)/g, "$&&#8203;")
    .replace(/\s*\n\s*/g, "<br>");
}

/** A name or value as code, whatever backticks and pipes it holds. */
export function code(text: string): string {
  const plain = text.replace(/\s*\n\s*/g, " ");
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  const gap = longest > 0 ? " " : "";
  return `${fence}${gap}${plain}${gap}${fence}`;
}

/** Several lines as they are. */
export function block(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text.trim()}\n${fence}`;
}

/** A table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], numbers = false): string {
  const rule = head.map((_, index) => (numbers && index > 0 ? "---:" : "---"));
  return [head, rule, ...rows].map(tableRow).join("\n");
}

/** A row of a table; a pipe in a cell does not end it. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, "\\|")).join(" | ")} |`;
}

/** Something that opens on demand. */
export function collapsed(summary: string, body: string): string {
  return `<details><summary>${summary.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</summary>\n\n${body}\n\n</details>`;
}
