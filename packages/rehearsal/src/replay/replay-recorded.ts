import { evaluateRule, type ThresholdRule } from "./evaluation";
import { type RuleOutcome, recordedOutcome } from "./outcome";
import type { RecordedTelemetry } from "./recorded";
import type { NotReplayed } from "./rules";
import { seriesOf } from "./telemetry";

/** Replays rules against recorded telemetry. Rules whose data the file does not have are told apart, with the reason. */
export function replayRecorded(
  rules: readonly ThresholdRule[],
  telemetry: RecordedTelemetry,
): { rules: RuleOutcome[]; notReplayed: NotReplayed[] } {
  const outcomes: RuleOutcome[] = [];
  const notReplayed: NotReplayed[] = [];
  // The program's resources and the file's cannot be matched: the file has at most one of each type.
  for (const rule of rules.map((one) => ({ ...one, scope: [] }))) {
    const reason = lacks(rule, telemetry);
    if (reason === undefined) outcomes.push(recordedOutcome(rule, evaluateRule(rule, telemetry), telemetry.axis));
    else notReplayed.push({ name: rule.name, alert: rule.alert, reason });
  }
  return { rules: outcomes, notReplayed };
}

/** What the file lacks for a rule; undefined where it has all. */
function lacks({ signal }: ThresholdRule, telemetry: RecordedTelemetry): string | undefined {
  const needs = signal.kind === "metric" ? [[signal.service, signal.metric] as const] : signal.reads;
  const absent = needs.filter(([service, metric]) => seriesOf(telemetry, service, metric).length === 0);
  if (absent.length > 0)
    return `the file has no rows of ${absent.map(([service, metric]) => `${metric} (namespace ${service})`).join(" or ")}`;
  if (signal.kind === "measure")
    return signal.readsDurations === true
      ? "it reads how long single calls took, which a file of minutes does not tell"
      : undefined;
  const allowed = telemetry.aggregations.get(`${signal.service}/${signal.metric}`.toLowerCase());
  if (allowed?.has(signal.aggregation) !== true)
    return `the file's rows of ${signal.metric} do not give the aggregation ${signal.aggregation}`;
  const series = seriesOf(telemetry, signal.service, signal.metric);
  const missing = signal.dimensions.filter(
    ({ name }) =>
      !series.some(({ dimensions }) => Object.keys(dimensions).some((one) => one.toLowerCase() === name.toLowerCase())),
  );
  if (missing.length === 0) return undefined;
  return `the file's rows of ${signal.metric} have no column ${missing.map(({ name }) => name).join(" or ")}, which the rule looks at`;
}
