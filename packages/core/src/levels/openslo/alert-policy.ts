import type { Problem } from "../../problems";
import { type BurnRateRule, BurnSeverity, BurnSpeed, type BurnWindow } from "../burn-windows";
import { durationMinutes, durationText } from "../duration";
import { bagOf, listIn, OPENSLO_VERSION, type OpenSloDocument, OpenSloKind } from "./document";

/** Labels for what OpenSLO's burn-rate condition has no word for: it has one window, not two. */
const label = { speed: "ringfence/speed", shortWindow: "ringfence/short-window" } as const;

/** One burn-rate rule as an alert policy of its own: OpenSLO gives a policy one condition. */
export function alertPolicyOf(slo: string, rule: BurnRateRule, alertWhenNoData: boolean): OpenSloDocument {
  const name = `${slo}-${rule.id}`;
  const condition = {
    kind: OpenSloKind.AlertCondition,
    metadata: { name },
    spec: {
      severity: rule.severity,
      condition: {
        kind: "burnrate",
        op: "gt",
        threshold: rule.factor,
        lookbackWindow: durationText(rule.longMinutes),
        alertAfter: `${rule.holdMinutes}m`,
      },
    },
  };
  return {
    apiVersion: OPENSLO_VERSION,
    kind: OpenSloKind.AlertPolicy,
    metadata: {
      name,
      labels: { [label.speed]: rule.speed, [label.shortWindow]: durationText(rule.shortMinutes) },
    },
    spec: {
      alertWhenNoData,
      alertWhenBreaching: true,
      alertWhenResolved: true,
      conditions: [condition],
      notificationTargets: [],
    },
  };
}

/** A burn-rate window that a policy says, and whether silence fires it. */
export interface ReadPolicy {
  readonly window: BurnWindow;
  readonly alertWhenNoData: boolean;
}

/** The window of a policy for a period, or why it is none. Paths are below the document. */
export function policyIn({ metadata, spec }: OpenSloDocument, periodDays: number): ReadPolicy | Problem[] {
  const problems: Problem[] = [];
  const say = (path: string, problem: string) => problems.push({ path, problem });
  const labels = bagOf(metadata.labels);
  const conditions = listIn(spec.conditions);
  const { severity, condition } = bagOf(bagOf(conditions[0]).spec);
  const { kind, op, threshold, lookbackWindow, alertAfter } = bagOf(condition);
  const at = "spec.conditions[0].spec";
  if (conditions.length !== 1) say("spec.conditions", `has ${conditions.length} conditions; OpenSLO allows one`);
  else if (bagOf(conditions[0]).conditionRef !== undefined)
    say("spec.conditions[0].conditionRef", "is a reference; write the condition into the policy");
  else {
    if (kind !== "burnrate") say(`${at}.condition.kind`, `${JSON.stringify(kind)} is not burnrate`);
    if (op !== "gt") say(`${at}.condition.op`, `${JSON.stringify(op)} is not gt; an alert fires over its factor`);
    if (!isOneOf(BurnSeverity, severity)) say(`${at}.severity`, `${JSON.stringify(severity)} is not page or ticket`);
    if (typeof threshold !== "number" || !(threshold > 0))
      say(`${at}.condition.threshold`, `${JSON.stringify(threshold)} is no burn rate over 0`);
    if (durationMinutes(String(lookbackWindow)) === undefined)
      say(`${at}.condition.lookbackWindow`, `${JSON.stringify(lookbackWindow)} is no length of time`);
    if (alertAfter !== undefined && !/^0\D*$/.test(String(alertAfter)))
      say(
        `${at}.condition.alertAfter`,
        `${JSON.stringify(alertAfter)} is not supported; the short window does its work`,
      );
  }
  const { [label.speed]: speed, [label.shortWindow]: short } = labels;
  if (!isOneOf(BurnSpeed, speed))
    say(`metadata.labels.${label.speed}`, `${JSON.stringify(speed)} is not quick or slow`);
  if (durationMinutes(String(short)) === undefined)
    say(
      `metadata.labels.${label.shortWindow}`,
      `${JSON.stringify(short)} is no length of time; OpenSLO has one window, and an alert needs a short one too`,
    );
  if (spec.alertWhenBreaching === false)
    say("spec.alertWhenBreaching", "false; a burn-rate alert fires while it burns");
  if (problems.length > 0) return problems;
  const longHours = (durationMinutes(String(lookbackWindow)) ?? 0) / 60;
  const budgetPercent = rounded((Number(threshold) * longHours * 100) / (periodDays * 24));
  return {
    window: {
      severity: severity as BurnSeverity,
      speed: speed as BurnSpeed,
      short: String(short),
      long: String(lookbackWindow),
      budgetPercent,
    },
    alertWhenNoData: spec.alertWhenNoData === true,
  };
}

/** A factor loses its last digits on its way through the budget's percentage. */
function rounded(percent: number): number {
  return Math.round(percent * 1e9) / 1e9;
}

function isOneOf(closed: Readonly<Record<string, string>>, value: unknown): boolean {
  return Object.values(closed).some((known) => known === value);
}
