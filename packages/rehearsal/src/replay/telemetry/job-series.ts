import { Lever, type Levers } from "./levers";
import { counterSeries, LOGS, type MinuteSeries } from "./minute-series";
import type { Random } from "./random";
import type { TimeAxis } from "./time-axis";
import type { WatchedResource } from "./workload";

const service = "Microsoft.App/jobs";

/** The minute of the day, UTC, at which the generated jobs start; judgement, a quiet hour. */
const STARTS_AT = 3 * 60;

/** What a daily scheduled job emits: its executions by how they ended, and that it gave a sign of life. */
export function jobSeries({ urn: resource, name }: WatchedResource, axis: TimeAxis, levers: Levers, random: Random) {
  const { minutes } = axis;
  const [succeeded, failed, signs] = [0, 1, 2].map(() => new Float32Array(minutes)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const [failures, silence] = [levers.positions(Lever.JobFailures), levers.positions(Lever.JobSilence)];
  for (let minute = 0; minute < minutes; minute++) {
    const ofDay = Math.floor(axis.start / 60_000 + minute) % 1440;
    if (ofDay !== STARTS_AT || random.uniform() < (silence?.[minute] ?? 0)) continue;
    signs[minute] = 1;
    const fails = random.uniform() < (failures?.[minute] ?? 0);
    (fails ? failed : succeeded)[minute] = 1;
  }
  const executions = (state: string) => ({
    service,
    metric: "Executions",
    dimensions: { state, jobName: name },
    resource,
  });
  return [
    counterSeries(executions("Succeeded"), succeeded),
    counterSeries(executions("Failed"), failed),
    counterSeries({ service: LOGS, metric: "JobSignsOfLife", dimensions: {}, resource }, signs),
  ] satisfies MinuteSeries[];
}
