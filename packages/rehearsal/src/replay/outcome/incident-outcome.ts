import { severities } from "@ringfence/core/severities";
import type { ScheduledIncident } from "../incidents";
import { momentOf, type TimeAxis } from "../telemetry";
import {
  type Chart,
  type DetectedBy,
  type IncidentOutcome,
  IncidentState,
  type RuleOutcome,
  RuleRemark,
} from "./replay-document";
import { urgentEnough } from "./urgency";

/** How an incident was met by the rules. */
export function incidentOutcome(
  { incident, start, end }: ScheduledIncident,
  rules: readonly RuleOutcome[],
  axis: TimeAxis,
  chartOf: (rule: string) => Chart | undefined,
): IncidentOutcome {
  const { id, what, shows, severity } = incident;
  const withinMinutes = severities[severity].timeToAcknowledgeMinutes;
  const detectedBy = rules.flatMap((rule) => seenBy(rule, id, withinMinutes)).sort(quickestFirst);
  const by = detectedBy.find(
    (one) =>
      one.byChance !== true &&
      urgentEnough({ severity: one.severity, receivers: receiversOf(rules, one.rule) }, severity),
  );
  const expected = incident.detectedBy.filter((expectation) => rules.some(({ alert }) => isAlert(alert, expectation)));
  const first = rules.find(({ alert }) => expected[0] !== undefined && isAlert(alert, expected[0]));
  const shown = by?.rule ?? detectedBy[0]?.rule ?? first?.name;
  const chart = shown === undefined ? undefined : chartOf(shown);
  return {
    id,
    what,
    shows,
    severity,
    withinMinutes,
    start: momentOf(axis, start),
    end: momentOf(axis, end),
    state:
      by === undefined
        ? IncidentState.Missed
        : by.afterMinutes <= withinMinutes
          ? IncidentState.InTime
          : IncidentState.Late,
    ...(by !== undefined && { by }),
    detectedBy,
    expectedInVain: expected.filter((expectation) => !detectedBy.some(({ alert }) => isAlert(alert, expectation))),
    ...(chart !== undefined && { chart }),
  };
}

/** Whether an alert is the one that is expected; a burn-rate alert carries its objective's name in front. */
function isAlert(alert: string, expected: string): boolean {
  return alert === expected || alert.endsWith(`/${expected}`);
}

/** Whoever cries wolf one time in twenty within the time that counts has not seen a wolf. */
const CHANCE = 0.05;

const MINUTES_A_MONTH = 30 * 1440;

function seenBy(rule: RuleOutcome, incident: string, withinMinutes: number): DetectedBy[] {
  const { name, alert, severity, pages, detected, falseAlarmsPerMonth = 0, remarks } = rule;
  const expected = (falseAlarmsPerMonth * withinMinutes) / MINUTES_A_MONTH;
  const byChance = expected > CHANCE || remarks.includes(RuleRemark.AlwaysFired);
  return detected
    .filter((detection) => detection.incident === incident)
    .map(({ afterMinutes }) => ({
      rule: name,
      alert,
      severity,
      pages,
      afterMinutes,
      ...(byChance && { byChance: true as const }),
    }));
}

function receiversOf(rules: readonly RuleOutcome[], name: string): readonly string[] {
  return rules.find((rule) => rule.name === name)?.receivers ?? [];
}

/** By time, then by urgency, then by name, so that the order is always the same. */
function quickestFirst(a: DetectedBy, b: DetectedBy): number {
  return a.afterMinutes - b.afterMinutes || a.severity.localeCompare(b.severity) || a.rule.localeCompare(b.rule);
}
