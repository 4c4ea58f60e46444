import type { DeploymentCalls } from "./deployment-calls";
import { counterSeries, type MinuteSeries } from "./minute-series";

const service = "Microsoft.CognitiveServices/accounts";

/**
 * The account's older metrics, which Microsoft says not to use for OpenAI's models: of all deployments together. Other
 * products' alerts read them, so a comparison needs them.
 */
export function legacySeries(deployments: readonly DeploymentCalls[], resource: string | undefined): MinuteSeries[] {
  const [first] = deployments;
  if (first === undefined) return [];
  const sum = (...fields: (keyof DeploymentCalls)[]) => {
    const all = new Float32Array(first.calls.length);
    for (const calls of deployments)
      for (const field of fields) {
        const values = calls[field];
        if (typeof values === "number") continue;
        for (let minute = 0; minute < all.length; minute++) all[minute] = (all[minute] ?? 0) + (values[minute] ?? 0);
      }
    return all;
  };
  const of = (metric: string) => ({ service, metric, dimensions: {}, resource });
  const [calls, answered, latency] = [sum("calls"), sum("answered"), sum("responseSum")];
  const rate = answered.map((good) => 100 * good);
  const always = new Float32Array(calls.length).fill(100);
  return [
    counterSeries(of("TotalCalls"), calls),
    counterSeries(of("TotalErrors"), sum("failed", "throttled", "blocked")),
    counterSeries(of("ServerErrors"), sum("failed")),
    counterSeries(of("ClientErrors"), sum("throttled", "blocked")),
    counterSeries(of("BlockedCalls"), sum("throttled")),
    { ...of("Latency"), sum: latency, count: answered, minimum: latency, maximum: latency },
    { ...of("SuccessRate"), sum: rate, count: calls, minimum: new Float32Array(calls.length), maximum: always },
  ];
}
