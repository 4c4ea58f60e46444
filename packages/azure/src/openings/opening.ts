import type { Problem } from "@ringfence/core/problems";

/** Something that is closed unless somebody says why it must be open. */
export interface OpeningArgs {
  /** Why it must be open, for whoever audits it: one sentence of at most 256 characters. */
  reason: string;
}

/** The longest value of a tag (azure-docs tag-resources.md); reasons are kept as tags on what they open. */
const LONGEST_REASON = 256;

/** What is wrong with a reason that somebody gave, or did not. */
export function reasonProblems(path: string, reason: unknown): Problem[] {
  const problem = reasonProblem(reason);
  return problem === undefined ? [] : [{ path, problem }];
}

function reasonProblem(reason: unknown): string | undefined {
  if (reason === undefined || reason === null || reason === "") return "missing; say in one sentence why it is needed";
  if (typeof reason !== "string") return `${JSON.stringify(reason)} is not text; say in one sentence why it is needed`;
  if (reason.trim() === "") return "blank; say in one sentence why it is needed";
  if (reason.length > LONGEST_REASON)
    return `${reason.length} characters long; say it in ${LONGEST_REASON}, which is what a tag holds`;
  return undefined;
}
