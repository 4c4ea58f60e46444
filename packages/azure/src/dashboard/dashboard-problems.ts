import type { Problem } from "@ringfence/core/problems";
import type { OperationsDashboardArgs } from "./args";

/** The portal cuts longer names in its lists: a judgement. */
const LONGEST_TITLE = 100;

/** Everything wrong with OperationsDashboard's arguments; empty when it can be created. */
export function operationsDashboardProblems(args: OperationsDashboardArgs): Problem[] {
  if (!args.ring) return [{ path: "ring", problem: "missing; the ring it belongs to, `ring.context`" }];
  const { title } = args;
  if (title === undefined) return [];
  if (typeof title === "string" && title.trim() !== "" && title.length <= LONGEST_TITLE) return [];
  const problem = `${JSON.stringify(title)} is not a name of 1 to ${LONGEST_TITLE} characters; leave it out for the default`;
  return [{ path: "title", problem }];
}
