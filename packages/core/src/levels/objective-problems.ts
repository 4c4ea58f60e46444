import { NoData } from "../alerts/alert-row";
import { notOneOf, type Problem, under } from "../problems";
import { neverFires } from "./attainability";
import { type BurnRateRule, BurnSeverity, BurnSpeed, type BurnWindow, periodsWithWindows } from "./burn-windows";
import { BudgetingMethod } from "./counts";
import { durationMinutes, durationText } from "./duration";
import { indicatorProblems } from "./indicators/indicator-problems";
import type { ObjectiveDefinition } from "./objective";
import { formOf, rulesOf, sliceMinutes } from "./objective-form";
import { type IndicatorFormRow, ObjectiveKind } from "./objective-kind";
import { nominalDays, type Period, parsePeriod } from "./period";
import { inPercent } from "./target";

const NAME = /^(?=.{2,32}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Everything wrong with an objective's definition, an alert that could never fire included; empty when it is one. */
export function objectiveProblems(definition: ObjectiveDefinition): Problem[] {
  const { name, kind, target } = definition;
  const form = formOf(definition);
  const period = parsePeriod(String(definition.period), definition.timeZone);
  const problems: Problem[] = [];
  const say = (path: string, problem: string) => problems.push({ path, problem });
  if (typeof name !== "string" || !NAME.test(name))
    say(
      "name",
      `${JSON.stringify(name)} is not made of 2 to 32 lower-case letters, digits and single hyphens, starting with a letter`,
    );
  if (form === undefined) say("kind", notOneOf(kind, Object.values(ObjectiveKind)));
  const targetProblem = targetProblemOf(target);
  if (targetProblem !== undefined) say("target", targetProblem);
  if (period === undefined) problems.push(periodProblem(definition));
  if (definition.noData !== undefined && !Object.values(NoData).includes(definition.noData))
    say("noData", notOneOf(definition.noData, Object.values(NoData)));
  if (form === undefined) return problems;
  problems.push(...indicatorProblems(definition, form));
  if (period !== undefined) problems.push(...alertProblems(definition, form, period, targetProblem === undefined));
  return problems;
}

function targetProblemOf(target: unknown): string | undefined {
  const allowed = "a percentage over 0 and under 100, for example 99.5";
  if (typeof target !== "number" || !Number.isFinite(target))
    return target === undefined ? `missing; ${allowed}` : `${JSON.stringify(target)} is not ${allowed}`;
  if (target > 0 && target < 1) return `${target} is a share; give a percentage: ${inPercent(target)}`;
  if (target > 0 && target <= 99.9999) return undefined;
  return target >= 100
    ? `${target} leaves nothing that may fail, so there is no budget to spend; give less than 100, for example 99.9`
    : `${target} is not ${allowed}${target > 99.9999 ? "; 99.9999 is the highest" : ""}`;
}

function periodProblem({ period, timeZone }: ObjectiveDefinition): Problem {
  if (typeof period === "string" && timeZone !== undefined && parsePeriod(period) !== undefined)
    return { path: "timeZone", problem: `${JSON.stringify(timeZone)} is no time zone such as Europe/Stockholm` };
  const allowed = [...periodsWithWindows.map((days) => `${days}d`), "calendar-month", "calendar-week"];
  return { path: "period", problem: notOneOf(period, allowed) };
}

function alertProblems(
  definition: ObjectiveDefinition,
  form: IndicatorFormRow,
  period: Period,
  hasTarget: boolean,
): Problem[] {
  const { alerts, windows, target } = definition;
  const days = nominalDays(period);
  if (windows === undefined && !periodsWithWindows.includes(days))
    return [
      {
        path: "period",
        problem: `there are no burn-rate windows for ${days} days, only for ${periodsWithWindows.join(", ")}; take one of these, or state windows`,
      },
    ];
  const wrong = (windows ?? []).flatMap((window, index) => under(`windows[${index}]`, windowProblems(window, days)));
  if (wrong.length > 0) return wrong;
  const known = rulesOf({ ...definition, alerts: allIds }, form, period).map((rule) => rule.id);
  const unknown = (alerts ?? []).flatMap((id, index) =>
    known.includes(id) ? [] : [{ path: `alerts[${index}]`, problem: notOneOf(id, known) }],
  );
  if (!hasTarget) return unknown;
  const slice = form.method === BudgetingMethod.Timeslices ? sliceMinutes(definition, form) : undefined;
  const dead = rulesOf(definition, form, period).flatMap((rule) => {
    const problem = neverFires(rule, target, slice);
    return problem === undefined ? [] : [{ path: "alerts", problem }];
  });
  return [...unknown, ...dead, ...(slice === undefined ? [] : sliceProblems(rulesOf(definition, form, period), slice))];
}

/** A window that ends within a slice would judge a part of it as the whole. */
function sliceProblems(rules: readonly BurnRateRule[], slice: number): Problem[] {
  return rules.flatMap(({ id, shortMinutes, longMinutes }) => {
    const odd = [shortMinutes, longMinutes].find((window) => window > slice && window % slice !== 0);
    if (odd === undefined) return [];
    const problem = `${durationText(slice)} does not fit a whole number of times into ${durationText(odd)}, a window of ${id}`;
    return [{ path: "slice", problem }];
  });
}

const allIds = Object.values(BurnSeverity).flatMap((severity) =>
  Object.values(BurnSpeed).map((speed) => `${severity}-${speed}`),
);

function windowProblems(window: BurnWindow, periodDays: number): Problem[] {
  const problems: Problem[] = [];
  const say = (path: string, problem: string) => problems.push({ path, problem });
  const [short, long] = [durationMinutes(String(window.short)), durationMinutes(String(window.long))];
  if (!Object.values(BurnSeverity).includes(window.severity))
    say("severity", notOneOf(window.severity, Object.values(BurnSeverity)));
  if (!Object.values(BurnSpeed).includes(window.speed)) say("speed", notOneOf(window.speed, Object.values(BurnSpeed)));
  if (short === undefined) say("short", `${JSON.stringify(window.short)} is no length of time such as 5m, 6h or 3d`);
  if (long === undefined) say("long", `${JSON.stringify(window.long)} is no length of time such as 5m, 6h or 3d`);
  if (short !== undefined && long !== undefined && short >= long)
    say("short", `${window.short} is not shorter than the long window, ${window.long}`);
  if (long !== undefined && long > periodDays * 1440)
    say("long", `${window.long} is longer than the period of ${periodDays} days`);
  if (!(typeof window.budgetPercent === "number" && window.budgetPercent > 0 && window.budgetPercent <= 100))
    say("budgetPercent", `${JSON.stringify(window.budgetPercent)} is not a percentage over 0 and up to 100`);
  return problems;
}
