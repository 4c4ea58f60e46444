/** How many names are worth reading after a typing error. */
const MOST = 3;

/** The names that somebody may have meant, the nearest first: those that hold what was typed, or differ in few letters. */
export function nearest(typed: string, names: readonly string[]): string[] {
  const far = Math.max(2, Math.floor(typed.length / 3));
  return [...new Set(names)]
    .map((name) => ({ name, distance: typed.length > 2 && name.includes(typed) ? 1 : editDistance(typed, name) }))
    .filter(({ distance }) => distance <= far)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** Levenshtein's distance: letters to insert, delete or replace. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [at, letter] of [...from].entries()) {
    const next = [at + 1];
    for (const [column, other] of [...to].entries())
      next.push(
        Math.min((next[column] ?? 0) + 1, (row[column + 1] ?? 0) + 1, (row[column] ?? 0) + (letter === other ? 0 : 1)),
      );
    row = next;
  }
  return row[to.length] ?? 0;
}
