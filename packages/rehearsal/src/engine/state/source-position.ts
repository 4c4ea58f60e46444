import type { SourcePosition } from "../../document";

/** Code that a program did not write itself: packages, and Node's own. */
const NOT_THE_PROGRAMS = /(^|\/)node_modules\//;

/**
 * Reads the place that a state file names, `project:///src/index.ts#12,34`. Undefined where there is none, and where
 * it is in a package and not in the program.
 */
export function sourceOfState(text: unknown): SourcePosition | undefined {
  const [, path, line, column] =
    (typeof text === "string" && /^project:\/\/\/([^#]+)#(\d+)(?:,(\d+))?$/.exec(text)) || [];
  if (path === undefined || line === undefined) return undefined;
  return positionIn(decoded(path), Number(line), Number(column ?? 1));
}

/** A place in a file of the project, as the document gives it; undefined where it is no place of the program's own. */
export function positionIn(file: string, line: number, column: number): SourcePosition | undefined {
  if (NOT_THE_PROGRAMS.test(file) || line < 1) return undefined;
  return { file, line, column: Math.max(1, column) };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
