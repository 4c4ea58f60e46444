import { parameters } from "../telemetry";

/** Logs that a service's own telemetry fills, and no diagnostic setting of Azure's. */
const sent: readonly string[] = [
  "AppRequests",
  "AppDependencies",
  "AppHeartbeats",
  "AppMetrics",
  "TracedCalls",
  "Evaluations",
  "EvaluationLabels",
];

/** Minutes until an entry of a log can be queried. */
export function delayOf(log: string): number {
  return sent.includes(log) ? parameters.delays.telemetry : parameters.delays.logs;
}
