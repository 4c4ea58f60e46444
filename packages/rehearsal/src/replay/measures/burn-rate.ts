import {
  type BurnRateRule,
  burnVerdict,
  judgementOf,
  lagMinutes,
  lookBackMinutes,
  type Objective,
  ObjectiveKind,
  type SliCounts,
} from "@ringfence/core/levels";
import { between, type LogMeasure, runningSums } from "../evaluation";
import { LOGS, type Telemetry } from "../telemetry";
import { delayOf } from "./log-delay";
import { logOf, sliSeries } from "./sli-counts";

/** What a rule says at a minute, by what has arrived then; undefined where it gives no row. */
export type BurnReader = (now: number) => ReturnType<typeof burnVerdict> | undefined;

/**
 * The lower of a rule's two burn rates, as the query of its log alert gives it: nothing with too few events in the long
 * window, and the highest there is where silence fires.
 */
export function burnRateMeasure(objective: Objective, rule: BurnRateRule): LogMeasure {
  return {
    kind: "measure",
    measures: `burn rate of ${objective.name}, the lower of ${rule.shortMinutes} min and ${rule.longMinutes / 60} h`,
    reads: [[LOGS, logOf(objective)]],
    delay: delayOf(logOf(objective)),
    looksBack: lookBackMinutes(objective, rule),
    readsDurations: objective.kind === ObjectiveKind.Latency,
    read: (telemetry) => {
      const read = burnReader(objective, rule, telemetry);
      if (read === undefined) return new Map();
      return new Map([
        [
          "",
          (end: number) => {
            const verdict = read(end + delayOf(logOf(objective)));
            if (verdict === undefined || verdict.evidence === "low-traffic") return undefined;
            if (verdict.evidence === "few-failures") return undefined;
            if (verdict.evidence === "none") return verdict.over ? 1 / (1 - objective.target / 100) : undefined;
            return Math.min(verdict.shortBurnRate ?? 0, verdict.longBurnRate ?? 0);
          },
        ],
      ]);
    },
  };
}

/**
 * A reader of a rule's verdicts; undefined where the telemetry has nothing of the objective's source. As in the query,
 * windows end at the last whole bin, the source's lag before now; what is later than that has not arrived.
 */
export function burnReader(objective: Objective, rule: BurnRateRule, telemetry: Telemetry): BurnReader | undefined {
  const series = sliSeries(objective, telemetry);
  if (series === undefined) return undefined;
  const { binMinutes } = series;
  const [good, total] = [runningSums(series.good), runningSums(series.total)];
  const [lag, delay] = [lagMinutes(objective), delayOf(logOf(objective))];
  const counts = (now: number, minutes: number): SliCounts => {
    const end = Math.floor((now - lag) / binMinutes);
    const arrived = Math.min(end, Math.floor((now - delay) / binMinutes));
    const length = Math.max(0, Math.round(minutes / binMinutes) - (end - arrived));
    const whole = { good: between(good, arrived, length), total: between(total, arrived, length) };
    if (series.partly === undefined || arrived === end) return whole;
    const part = series.partly(arrived * binMinutes, now - delay);
    return { good: whole.good + part.good, total: whole.total + part.total };
  };
  const how = judgementOf(objective);
  return (now) => burnVerdict(rule, counts(now, rule.shortMinutes), counts(now, rule.longMinutes), how);
}
