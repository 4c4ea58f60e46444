/** A Markdown table; cells are escaped, so that a pipe in a pattern does not end its cell. */
export function table(head: string[], rows: (string | number)[][]): string {
  const line = (cells: (string | number)[]) => `| ${cells.map((cell) => escapeCell(String(cell))).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function escapeCell(cell: string): string {
  return cell.replaceAll("|", "\\|").replaceAll("\n", " ");
}

export function code(text: string | number | boolean): string {
  return `\`${text}\``;
}

/** A block of code. */
export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** A whole generated page: the title, the source it comes from, and its parts. */
export function document(title: string, source: string, ...parts: string[]): string {
  return [`# ${title}`, `Generated from ${code(source)} by \`npm run docs\`; edit the rows, not this page.`, ...parts]
    .join("\n\n")
    .concat("\n");
}

export function yesNo(value: boolean): string {
  return value ? "yes" : "no";
}
