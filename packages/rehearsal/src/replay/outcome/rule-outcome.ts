import type { Firing, RuleHistory, ThresholdRule } from "../evaluation";
import type { ScheduledIncident } from "../incidents";
import { DAY, momentOf, type TimeAxis } from "../telemetry";
import { conditionOf } from "./condition";
import { causeOf, flapsAmong } from "./detection";
import { type Detection, type RecordedFiring, type RuleOutcome, RuleRemark } from "./replay-document";
import { wakes } from "./urgency";

/** What a rule did in quiet months, and in the same months with the incidents in them. */
export interface TwoHistories {
  quiet: RuleHistory;
  eventful: RuleHistory;
}

/** The outcome of one rule on generated data. */
export function ruleOutcome(
  rule: ThresholdRule,
  { quiet, eventful }: TwoHistories,
  incidents: readonly ScheduledIncident[],
  axis: TimeAxis,
): RuleOutcome {
  const remarks: RuleRemark[] = [];
  if (eventful.combinations === 0) remarks.push(RuleRemark.NoData);
  else if (eventful.firings.length === 0 && quiet.firings.length === 0) remarks.push(RuleRemark.NeverFired);
  if (quiet.beyond > quiet.evaluations / 2) remarks.push(RuleRemark.AlwaysFired);
  if (rule.receivers.length === 0) remarks.push(RuleRemark.ReachesNobody);
  return {
    ...statedBy(rule),
    detected: detectionsOf(rule, eventful.firings, incidents),
    falseAlarms: quiet.firings.length,
    falseAlarmsPerMonth: Number(((quiet.firings.length * 30 * DAY) / axis.minutes).toFixed(2)),
    flaps: flapsAmong(eventful.firings),
    firings: eventful.firings.map((firing) => recorded(firing, axis)),
    remarks,
  };
}

/** The outcome of one rule on recorded data, of which nobody has said what was an incident. */
export function recordedOutcome(rule: ThresholdRule, history: RuleHistory, axis: TimeAxis): RuleOutcome {
  const remarks: RuleRemark[] = [];
  if (history.combinations === 0) remarks.push(RuleRemark.NoData);
  else if (history.firings.length === 0) remarks.push(RuleRemark.NeverFired);
  if (history.beyond > history.evaluations / 2) remarks.push(RuleRemark.AlwaysFired);
  if (rule.receivers.length === 0) remarks.push(RuleRemark.ReachesNobody);
  return {
    ...statedBy(rule),
    detected: [],
    flaps: flapsAmong(history.firings),
    firings: history.firings.map((firing) => recorded(firing, axis)),
    remarks,
  };
}

/** How far back an alert may still be about an incident: what it reads, its delay and one more evaluation. */
export function lookBackOf({ signal, window, delay, every }: ThresholdRule): number {
  const looksBack = signal.kind === "measure" ? signal.looksBack : undefined;
  return (looksBack ?? window) + delay + every;
}

function statedBy(rule: ThresholdRule) {
  const { name, alert, kind, severity, receivers, asks, runbook, threshold } = rule;
  return {
    name,
    alert,
    kind,
    severity,
    pages: wakes(rule),
    receivers: [...receivers],
    ...(asks !== undefined && { asks }),
    ...(runbook !== undefined && { runbook }),
    condition: conditionOf(rule),
    threshold,
  };
}

/** The first firing after the start of each incident that it belongs to. */
function detectionsOf(
  rule: ThresholdRule,
  firings: readonly Firing[],
  incidents: readonly ScheduledIncident[],
): Detection[] {
  const first = new Map<string, number>();
  for (const firing of firings) {
    const cause = causeOf(firing, lookBackOf(rule), incidents);
    if (cause !== undefined && !first.has(cause.incident.id))
      first.set(cause.incident.id, firing.firedAt - cause.start);
  }
  return [...first].map(([incident, afterMinutes]) => ({ incident, afterMinutes }));
}

function recorded({ of, firedAt, resolvedAt, value }: Firing, axis: TimeAxis): RecordedFiring {
  return {
    of,
    firedAt: momentOf(axis, firedAt),
    ...(resolvedAt !== undefined && { resolvedAt: momentOf(axis, resolvedAt) }),
    value: Number(value.toPrecision(4)),
  };
}
