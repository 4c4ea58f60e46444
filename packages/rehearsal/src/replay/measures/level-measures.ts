import { azureHolds, lagMinutes, type Objective, ObjectiveKind, reviewDecision, spanAt } from "@ringfence/core/levels";
import { between, type LogMeasure, runningSums, type WindowValue } from "../evaluation";
import { DAY, LOGS, MINUTE, type Telemetry } from "../telemetry";
import { burnReader } from "./burn-rate";
import { delayOf } from "./log-delay";
import { logOf, sliSeries } from "./sli-counts";

/** How often the evaluator of service levels runs, and the first minute of an hour at which it does (its cron expression). */
const RUNS_EVERY = 15;
const RUNS_AT = 8;

/** What the alerts over the evaluator's metrics measure, for the objectives of a program. */
export function levelMeasures(objectives: readonly Objective[]): Readonly<Record<string, LogMeasure>> {
  const readsDurations = objectives.some(({ kind }) => kind === ObjectiveKind.Latency);
  const reads = objectives.map((objective) => [LOGS, logOf(objective)] as const);
  return {
    "level-burning": {
      kind: "measure",
      measures: "windows of days that burn, as the evaluator says",
      reads,
      delay: delayOf("AppMetrics"),
      readsDurations,
      read: (telemetry) =>
        new Map(
          objectives.flatMap((objective) =>
            objective.rules
              .filter((rule) => !azureHolds(objective, rule))
              .flatMap((rule) => {
                const read = burnReader(objective, rule, telemetry);
                if (read === undefined) return [];
                const value = (run: number) => (read(run)?.over === true ? 1 : 0);
                return [[`Objective=${objective.name}, Rule=${rule.id}`, atLastRun(value)] as const];
              }),
          ),
        ),
    },
    "level-review-due": {
      kind: "measure",
      measures: "the percent of an error budget that opened its review, as the evaluator says",
      reads,
      delay: delayOf("AppMetrics"),
      readsDurations,
      read: (telemetry) =>
        new Map(
          objectives.flatMap((objective) => {
            const due = reviewsDue(objective, telemetry);
            return due === undefined
              ? []
              : [[`Objective=${objective.name}`, atLastRun((run) => due[run] ?? 0)] as const];
          }),
        ),
    },
  };
}

/** The value that the evaluator's last run has sent, for a query that looks at `end` and what has arrived by then. */
function atLastRun(value: (run: number) => number): WindowValue {
  return (end) => {
    const run = Math.floor((end - RUNS_AT) / RUNS_EVERY) * RUNS_EVERY + RUNS_AT;
    return run < 0 ? undefined : value(run);
  };
}

/** The percent of the budget that opened the review that stands at each minute: from the run that opens it until its period ends. */
function reviewsDue(objective: Objective, telemetry: Telemetry): Float32Array | undefined {
  const series = sliSeries(objective, telemetry);
  if (series === undefined) return undefined;
  const { start, minutes } = telemetry.axis;
  const { binMinutes } = series;
  const [good, total] = [runningSums(series.good), runningSums(series.total)];
  const counts = (from: number, to: number) => {
    const [first, last] = [Math.floor(Math.max(0, from) / binMinutes), Math.floor(to / binMinutes)];
    return { good: between(good, last, last - first), total: between(total, last, last - first) };
  };
  const { period, target, minimumEvents } = objective;
  const due = new Float32Array(minutes + 1);
  let lastReview: Date | undefined;
  let until = 0;
  let gone = 0;
  for (let run = RUNS_AT; run <= minutes; run += RUNS_EVERY) {
    const seen = run - lagMinutes(objective);
    const now = new Date(start + seen * MINUTE);
    const length =
      period.kind === "rolling" ? period.days * DAY : (now.getTime() - spanAt(period, now).start.getTime()) / MINUTE;
    const decision = reviewDecision({
      period,
      target,
      now,
      inPeriod: counts(seen - length, seen),
      inLastHalf: counts(seen - length / 2, seen),
      ...(objective.method === "timeslices" && { slicesInPeriod: length / binMinutes }),
      observed: period.kind === "rolling" ? Math.min(1, seen / length) : 1,
      minimumEvents,
      lastReview,
    });
    if (decision.due) {
      lastReview = now;
      gone = 100 * (decision.consumed ?? 0);
      until = period.kind === "rolling" ? run + length : (spanAt(period, now).end.getTime() - start) / MINUTE;
    }
    if (run < until) due[run] = gone;
  }
  return due;
}
