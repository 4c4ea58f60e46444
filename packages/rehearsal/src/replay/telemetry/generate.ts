import { applicationSeries, type SimulatedDeployment } from "./application-series";
import { simulateCalls } from "./deployment-calls";
import { CallLog, deploymentLog, deploymentSeries } from "./deployment-series";
import { eventSeries } from "./event-series";
import { jobSeries } from "./job-series";
import { legacySeries } from "./legacy-series";
import { Lever, Levers } from "./levers";
import { counterSeries, LOGS, type MinuteSeries } from "./minute-series";
import { Random } from "./random";
import { searchSeries } from "./search-series";
import { serviceMetrics } from "./service-metrics";
import { serviceSeries } from "./service-series";
import type { Telemetry } from "./telemetry";
import type { TimeAxis } from "./time-axis";
import { trafficShares } from "./traffic";
import { vaultSeries } from "./vault-series";
import type { WatchedResource, Workload } from "./workload";

/** What to generate. The same options give the same bytes. */
export interface GenerateOptions {
  workload: Workload;
  axis: TimeAxis;
  seed: number;
  /** What incidents do; nothing where left out. */
  levers?: Levers;
  /** Whether to add the account's older metrics, which only other products' alerts read. */
  legacy?: boolean;
}

/** Telemetry of a workload as its parameters and incidents say. */
export function generateTelemetry({
  workload,
  axis,
  seed,
  levers = new Levers(axis.minutes),
  legacy = false,
}: GenerateOptions): Telemetry {
  const random = (name: string) => new Random(seed, name);
  const busy = trafficShares(axis, workload.timeZone, random("traffic"));
  const more = levers.positions(Lever.Traffic);
  if (more !== undefined) for (let at = 0; at < busy.length; at++) busy[at] = (busy[at] ?? 0) * (more[at] ?? 1);
  const silence = levers.positions(Lever.Silence);
  const arrives = silence?.map((lost) => 1 - lost);
  const series: MinuteSeries[] = [];
  const simulated = callsOfAll(workload, busy, levers, random);
  for (const { deployment, calls, takesSpillover } of simulated)
    series.push(
      ...deploymentSeries(deployment, calls, takesSpillover),
      ...deploymentLog(CallLog.Requests, deployment, calls, undefined),
      ...deploymentLog(CallLog.Dependencies, deployment, calls, arrives),
    );
  if (legacy) {
    for (const account of new Set(simulated.map(({ deployment }) => deployment.account)))
      series.push(
        ...legacySeries(
          simulated.filter(({ deployment }) => deployment.account === account).map(({ calls }) => calls),
          account,
        ),
      );
  }
  series.push(...applicationSeries(simulated, axis.minutes, levers, arrives, random("application")));
  const notices = levers.positions(Lever.IngestionCap) ?? new Float32Array(axis.minutes);
  series.push(counterSeries({ service: LOGS, metric: "CapNotices", dimensions: {} }, notices));
  const each = (type: string, make: (resource: WatchedResource, random: Random) => MinuteSeries[]) => {
    for (const resource of workload.resources[type] ?? [])
      series.push(...make(resource, random(`${type}/${resource.name}`)));
  };
  each("Microsoft.Search/searchServices", (resource, own) =>
    searchSeries(resource, busy, workload.callsPerMinute, levers, own),
  );
  each("Microsoft.KeyVault/vaults", (resource, own) => vaultSeries(resource, axis.minutes, levers, own));
  each("Microsoft.App/jobs", (resource, own) => jobSeries(resource, axis, levers, own));
  each("Microsoft.EventGrid/systemTopics", (resource, own) => eventSeries(resource, axis.minutes, levers, own));
  for (const metric of serviceMetrics)
    for (const resource of workload.resources[metric.type] ?? []) {
      const own = random([metric.type, resource.name, metric.metric, ...Object.values(metric.dimensions)].join("/"));
      series.push(serviceSeries(metric, resource, busy, workload.callsPerMinute, levers, own));
    }
  return { axis, series };
}

/** Deployments that spill over come first: what they cannot take is what the others get. */
function callsOfAll(
  { deployments, callsPerMinute: peak }: Workload,
  busy: Float32Array,
  levers: Levers,
  random: (name: string) => Random,
): SimulatedDeployment[] {
  const spilled = new Map<string, Float32Array>();
  const targets = new Set(deployments.map(({ spilloverTo }) => spilloverTo));
  const ordered = [...deployments].sort((a, b) => Number(targets.has(a.name)) - Number(targets.has(b.name)));
  return ordered.map((deployment) => {
    const takesSpillover = targets.has(deployment.name);
    const arriving = takesSpillover
      ? (spilled.get(deployment.name) ?? new Float32Array(busy.length))
      : busy.map((share) => share * peak);
    const calls = simulateCalls(deployment, arriving, peak, levers, random(`deployment/${deployment.name}`));
    if (deployment.spilloverTo !== undefined) spilled.set(deployment.spilloverTo, calls.spilled);
    return { deployment, calls, takesSpillover };
  });
}
