import type { BurnRateRule } from "../burn-windows";
import { BudgetingMethod } from "../counts";
import { durationText } from "../duration";
import type { Objective } from "../objective";
import { IndicatorForm } from "../objective-kind";
import { errorBudgetShare } from "../target";
import { RequestOutcome } from "./source";
import { indicatorSources } from "./sources";

/**
 * KQL that gives one row a bin of time in which anything was seen: Bin, Good, Total and Seen. For events Good and Total
 * count events; for slices of time they are 0 or 1, a slice with too few samples being 0 of 0. Seen counts whatever
 * there was, so that silence and little traffic can be told apart. The time range comes from whoever asks.
 */
export function indicatorQuery(objective: Objective): string {
  return `${countedEvents(objective)}
${binned(objective)}
| project Bin, Good, Total, Seen
| order by Bin asc`;
}

/**
 * KQL whose one row has the lower of a rule's two burn rates, so that one comparison with the factor is true where both
 * windows are over it. The windows end the source's usual ingestion lag before now: a short window that ended now would
 * be empty, or hold what happened to arrive first, and the rule would stay quiet in the worst outage. With too few events in the long window there is no row; with none at all there is one only where
 * silence fires, and then its burn rate is the highest there is. Slices of time are counted up to the last whole one.
 */
export function burnRateQuery(objective: Objective, rule: BurnRateRule): string {
  const { noData } = objective;
  const [short, long] = [durationText(rule.shortMinutes), durationText(rule.longMinutes)];
  const isSliced = objective.method === BudgetingMethod.Timeslices;
  const bin = isSliced ? objective.binMinutes : 1;
  const share = errorBudgetShare(objective.target);
  const perSlice = (window: number) => window / objective.binMinutes;
  const rates = isSliced
    ? noData === "fires"
      ? [
          `1.0 - ShortGood / ${decimal(perSlice(rule.shortMinutes))}`,
          `1.0 - LongGood / ${decimal(perSlice(rule.longMinutes))}`,
        ]
      : [
          `(ShortTotal - ShortGood) / ${decimal(perSlice(rule.shortMinutes))}`,
          `(LongTotal - LongGood) / ${decimal(perSlice(rule.longMinutes))}`,
        ]
    : [
        "iff(ShortTotal == 0, 0.0, 1.0 - 1.0 * ShortGood / ShortTotal)",
        "iff(LongTotal == 0, 0.0, 1.0 - 1.0 * LongGood / LongTotal)",
      ];
  const enough = noData === "fires" ? `LongTotal == 0 or (${enoughSeen(objective)})` : enoughSeen(objective);
  const burn = "min_of(ShortBurnRate, LongBurnRate)";
  return `let End = bin(now() - ${durationText(lagMinutes(objective))}, ${durationText(bin)});
${countedEvents(objective)}
| where TimeGenerated >= End - ${long} and TimeGenerated < End
${binned(objective, bin)}
| summarize ShortGood = sumif(Good, Bin >= End - ${short}), ShortTotal = sumif(Total, Bin >= End - ${short}), LongGood = sum(Good), LongTotal = sum(Total)
| where ${enough}
| extend ShortBurnRate = (${rates[0]}) / ${share}, LongBurnRate = (${rates[1]}) / ${share}
| project BurnRate = ${noData === "fires" ? `iff(LongTotal == 0, ${decimal(1 / share)}, ${burn})` : burn}, ShortBurnRate, LongBurnRate, LongTotal`;
}

function enoughSeen({ method, minimumEvents, minimumFailures }: Objective): string {
  const seen = `LongTotal >= ${minimumEvents}`;
  return method === BudgetingMethod.Timeslices ? seen : `${seen} and LongTotal - LongGood >= ${minimumFailures}`;
}

/**
 * Minutes of log that a rule's query reads: the long window, the lag of its source, and for slices of time one more,
 * because the last whole slice ends before the query is asked.
 */
export function lookBackMinutes(objective: Objective, { longMinutes }: BurnRateRule): number {
  const { method, binMinutes } = objective;
  return longMinutes + lagMinutes(objective) + (method === BudgetingMethod.Timeslices ? binMinutes : 0);
}

/** Minutes by which an objective's windows end before now, because its source's events arrive late. */
export function lagMinutes({ source }: Pick<Objective, "source">): number {
  return indicatorSources[source].lag.minutes;
}

/** The events of an objective: those of its source that it is about. */
function countedEvents(objective: Objective): string {
  const { source, only, role, evaluator } = objective;
  const names = evaluator === undefined ? only : [evaluator];
  const lines = [indicatorSources[source].events];
  if (names.length > 0) lines.push(`| where Name in~ (${names.map(text).join(", ")})`);
  if (role !== undefined) lines.push(`| where Role =~ ${text(role)}`);
  return lines.join("\n");
}

function binned(objective: Objective, binMinutes = objective.binMinutes): string {
  const by = `by Bin = bin(TimeGenerated, ${durationText(binMinutes)})`;
  const { underMilliseconds = 0, atLeast = 0, quantile = 50, minimumSamples } = objective;
  const judged = (good: string) =>
    `| extend Judged = Seen >= ${minimumSamples}
| extend Good = tolong(Judged and ${good}), Total = tolong(Judged)`;
  switch (objective.form) {
    case IndicatorForm.SuccessRate:
      return `${verdict(objective)}
| summarize Good = sumif(Weight, Verdict == "good"), Total = sumif(Weight, Verdict != "left-out"), Seen = sum(Weight) ${by}`;
    case IndicatorForm.LatencyShare:
      return `${successful}
| summarize Good = sumif(Weight, DurationMs <= ${underMilliseconds}), Total = sum(Weight), Seen = sum(Weight) ${by}`;
    case IndicatorForm.LatencyQuantile:
      return `${successful}
| summarize Value = percentilew(DurationMs, Weight, ${quantile}), Seen = sum(Weight) ${by}
${judged(`Value <= ${underMilliseconds}`)}`;
    case IndicatorForm.EvaluationScore:
      return `| where isnotnull(Score)
| summarize Value = sum(Score * Weight) / sum(Weight), Seen = sum(Weight) ${by}
${judged(`Value >= ${decimal(atLeast)}`)}`;
  }
}

const successful = "| where Answered and Code < 400 and not(Filtered)";

/** Each request's verdict, by how it ended. Without an answer it is a server error. */
function verdict({ counting }: Objective): string {
  const { ServerError, Throttled, Filtered, ClientError } = RequestOutcome;
  const of = (outcome: RequestOutcome) => text(counting[outcome]);
  return `| extend Verdict = case(Filtered, ${of(Filtered)}, not(Answered) or isnull(Code) or Code >= 500, ${of(ServerError)}, Code == 429, ${of(Throttled)}, Code >= 400, ${of(ClientError)}, "good")`;
}

/**
 * A string literal of KQL. A name may hold what an alert's query takes for a placeholder (`GET /claims/{resourceId}`);
 * two literals side by side are one to KQL, and no placeholder.
 */
function text(value: string): string {
  const escaped = value.replace(/[\\"]/g, (character) => `\\${character}`);
  return `"${escaped.replace(/\{(?=(resourceId|resourceName)\})/g, '{" "')}"`;
}

/** A literal that KQL reads as a real number, never as a whole one. */
function decimal(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
