/** One mistake in an input: where it is and what is wrong with it, what is allowed and what to do. */
export interface Problem {
  /** The property's path as the user wrote it, for example `tags.owner` or `models[0].version`. */
  path: string;
  /** What is wrong, what is allowed, and what to do; one line, no trailing full stop. */
  problem: string;
}

/** Puts problems found in a nested value under the path of that value. */
export function under(parent: string, problems: readonly Problem[]): Problem[] {
  return problems.map(({ path, problem }) => ({ path: joinPath(parent, path), problem }));
}

function joinPath(parent: string, path: string): string {
  if (path === "") return parent;
  if (parent === "") return path;
  return path.startsWith("[") ? `${parent}${path}` : `${parent}.${path}`;
}

/** `"a" is not one of b, c`: the sentence for a value outside a closed set; `missing; one of b, c` for none. */
export function notOneOf(given: unknown, allowed: readonly string[]): string {
  if (given === undefined) return `missing; one of ${allowed.join(", ")}`;
  return `${JSON.stringify(given)} is not one of ${allowed.join(", ")}`;
}
