import { evaluateRule, type ThresholdRule } from "./evaluation";
import { type Incident, pullsOf, scheduleIncidents } from "./incidents";
import {
  chartAround,
  type IncidentOutcome,
  incidentOutcome,
  type NotPlayed,
  type RuleOutcome,
  RuleRemark,
  ruleOutcome,
} from "./outcome";
import { type NotReplayed, typesOf } from "./rules";
import { generateTelemetry, Levers, type TimeAxis, type Workload } from "./telemetry";

/** What to replay against generated telemetry. */
export interface ReplayRequest {
  rules: readonly ThresholdRule[];
  workload: Workload;
  incidents: readonly Incident[];
  axis: TimeAxis;
  seed: number;
  /** Whether to add an AI account's older metrics, which only other products' alerts read. */
  legacy?: boolean;
}

/** What came of it. */
export interface ReplayResult {
  rules: RuleOutcome[];
  /** Rules of which the generated telemetry has nothing. */
  notReplayed: NotReplayed[];
  incidents: IncidentOutcome[];
  notPlayed: NotPlayed[];
  /** How many series of minutes the rules were evaluated on. */
  series: number;
}

/**
 * Replays rules against generated telemetry, twice: months in which nothing happens, for false alarms, and the same
 * months with the incidents in them. The same request gives the same result.
 */
export function replayRules({ rules, workload, incidents, axis, seed, legacy }: ReplayRequest): ReplayResult {
  const quiet = historiesOf(rules, { workload, axis, seed, legacy });
  const types = typesOf(workload);
  const [playable, elsewhere] = partition(incidents, ({ needs }) => types.has(needs));
  const { scheduled, left } = scheduleIncidents(playable, axis, workload.timeZone);
  const levers = new Levers(axis.minutes, pullsOf(scheduled, workload));
  const telemetry = generateTelemetry({ workload, axis, seed, levers, legacy });
  const eventful = rules.map((rule) => evaluateRule(rule, telemetry));
  const outcomes = rules.flatMap((rule, index) => {
    const [before, after] = [quiet[index], eventful[index]];
    return before === undefined || after === undefined
      ? []
      : [ruleOutcome(rule, { quiet: before, eventful: after }, scheduled, axis)];
  });
  const chartFor = (place: (typeof scheduled)[number]) => (name: string) => {
    const index = rules.findIndex((rule) => rule.name === name);
    const [rule, history] = [rules[index], eventful[index]];
    return rule === undefined || history === undefined
      ? undefined
      : chartAround(rule, telemetry, place, history.firings);
  };
  const [withData, withoutData] = partition(outcomes, ({ remarks }) => !remarks.includes(RuleRemark.NoData));
  return {
    rules: withData,
    notReplayed: withoutData.map(({ name, alert, condition }) => ({
      name,
      alert,
      reason: `the generated telemetry has nothing of it: ${condition}`,
    })),
    incidents: scheduled.map((place) => incidentOutcome(place, withData, axis, chartFor(place))),
    notPlayed: [
      ...elsewhere.map(({ id, needs }) => ({ id, reason: `the program has no ${needs}` })),
      ...left.map(({ id }) => ({ id, reason: "the replayed time is too short for it; give more days" })),
    ],
    series: telemetry.series.length,
  };
}

/** In a function of its own, so that the quiet telemetry is gone before the next is made. */
function historiesOf(rules: readonly ThresholdRule[], quiet: Parameters<typeof generateTelemetry>[0]) {
  const telemetry = generateTelemetry(quiet);
  return rules.map((rule) => evaluateRule(rule, telemetry));
}

function partition<T>(values: readonly T[], holds: (value: T) => boolean): [T[], T[]] {
  return [values.filter(holds), values.filter((value) => !holds(value))];
}
