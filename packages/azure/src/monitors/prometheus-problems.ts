import { type AlertRow, hasPrometheusForm } from "@ringfence/core/alerts";
import type { Problem } from "@ringfence/core/problems";
import { MOST_PROMETHEUS_RULES, type PrometheusArgs } from "./prometheus";

/** What Prometheus lets a label be called. */
const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** What is wrong with where the metrics are, and with the alerts that should be looked for there. */
export function prometheusProblems(args: PrometheusArgs | undefined, rows: readonly AlertRow[]): Problem[] {
  if (args === undefined) return [];
  const { azureMonitorWorkspaceId: id, matching = {} } = args;
  const problems: Problem[] = [];
  if (id === undefined || id === null || id === "")
    problems.push({ path: "azureMonitorWorkspaceId", problem: "missing; the id of the Azure Monitor workspace" });
  for (const label of Object.keys(matching))
    if (!LABEL.test(label))
      problems.push({
        path: `matching.${label}`,
        problem: "not a label: letters, digits and underscores, no digit first",
      });
  const moved = new Set(rows.filter(hasPrometheusForm).map((row) => row.id)).size;
  if (moved === 0)
    problems.push({
      path: "",
      problem: "changes nothing: no watched resource has an alert on OpenTelemetry's metrics",
    });
  if (moved > MOST_PROMETHEUS_RULES)
    problems.push({ path: "", problem: `${moved} rules, and Azure takes ${MOST_PROMETHEUS_RULES} in a group` });
  return problems;
}
