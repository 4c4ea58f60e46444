import { namingProblems } from "@ringfence/core/naming";
import type { Problem } from "@ringfence/core/problems";
import type { OperationsDashboardArgs } from "./args";
import { plannedDashboards } from "./names";

/** The portal cuts longer names in its lists: a judgement. */
const LONGEST_TITLE = 100;

/** Everything wrong with the arguments of an OperationsDashboard of a name; empty when it can be created. */
export function operationsDashboardProblems(name: string, args: OperationsDashboardArgs): Problem[] {
  if (!args.ring) return [{ path: "ring", problem: "missing; the ring it belongs to, `ring.context`" }];
  return [...titleProblems(args), ...previewProblems(args), ...nameProblems(name, args)];
}

function titleProblems({ title }: OperationsDashboardArgs): Problem[] {
  if (title === undefined) return [];
  if (typeof title === "string" && title.trim() !== "" && title.length <= LONGEST_TITLE) return [];
  const problem = `${JSON.stringify(title)} is not a name of 1 to ${LONGEST_TITLE} characters; leave it out for the default`;
  return [{ path: "title", problem }];
}

function previewProblems({ ring, grafanaInAzureMonitor }: OperationsDashboardArgs): Problem[] {
  if (grafanaInAzureMonitor !== true || ring.settings.previewsAllowed) return [];
  const problem = `true, and ${ring.ring} takes no preview API; import the output grafanaDashboard into Azure Managed Grafana instead`;
  return [{ path: "grafanaInAzureMonitor", problem }];
}

/** Only what is asked for gets a name, so only that can be refused. */
function nameProblems(name: string, args: OperationsDashboardArgs): Problem[] {
  const { ring } = args;
  return namingProblems(plannedDashboards(name, args), { name: ring.name, ring: ring.ring }).map(
    ({ path, problem }) => ({ path: path === "name" ? "ring.name" : "name", problem }),
  );
}
