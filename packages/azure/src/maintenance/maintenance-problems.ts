import { clockTimeProblems, momentProblems, Weekday, type WeeklyHours } from "@ringfence/core/on-call";
import { notOneOf, type Problem, under } from "@ringfence/core/problems";
import { schedulableTimeZones, windowsTimeZone } from "@ringfence/core/time-zones";
import { reasonProblems } from "../openings/opening";
import { isRepeated, rowProblems } from "../refuse/rows";
import type { MaintenanceWindowArgs } from "./maintenance-window";

/** A window that is open for longer hides an outage rather than a piece of work; judgement. */
const LONGEST_DAYS = 7;

/** The most values of one condition of an alert processing rule that are worth listing; more fit a window of the whole ring. */
const MOST_RULES = 100;

const DAY = 24 * 60 * 60 * 1000;
const NAME = /^(?=.{2,24}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Everything wrong with a list of maintenance windows; the paths begin with the place in the list. */
export function maintenanceWindowProblems(windows: readonly MaintenanceWindowArgs[] | undefined): Problem[] {
  return rowProblems(windows, ["name", "from", "until", "timeZone"], windowProblems);
}

function windowProblems(window: MaintenanceWindowArgs, earlier: readonly MaintenanceWindowArgs[]): Problem[] {
  const { name, reason, timeZone = "UTC", weekly, alertRuleIds } = window;
  return [
    ...nameProblems(name, earlier),
    ...reasonProblems("reason", reason),
    ...(windowsTimeZone(timeZone) === undefined
      ? [{ path: "timeZone", problem: notOneOf(timeZone, schedulableTimeZones) }]
      : []),
    ...spanProblems(window),
    ...(weekly === undefined ? [] : under("weekly", weeklyProblems(weekly))),
    ...(alertRuleIds === undefined ? [] : ruleProblems(alertRuleIds)),
  ];
}

function nameProblems(name: string, earlier: readonly MaintenanceWindowArgs[]): Problem[] {
  if (!NAME.test(name ?? "")) {
    const allowed = "2 to 24 lower-case letters, digits and single hyphens, starting with a letter";
    return [{ path: "name", problem: `${JSON.stringify(name)} is not made of ${allowed}` }];
  }
  return isRepeated(name, earlier)
    ? [{ path: "name", problem: `${JSON.stringify(name)} is an earlier window's too; names are unique` }]
    : [];
}

function spanProblems({ from, until, weekly }: MaintenanceWindowArgs): Problem[] {
  if (weekly === undefined && (from === undefined || until === undefined))
    return [
      {
        path: from === undefined ? "from" : "until",
        problem: "missing; a window that happens once has from and until, another one weekly",
      },
    ];
  const problems = [
    ...(from === undefined ? [] : momentProblems("from", from)),
    ...(until === undefined ? [] : momentProblems("until", until)),
  ];
  if (problems.length > 0 || from === undefined || until === undefined) return problems;
  const days = (Date.parse(`${until}Z`) - Date.parse(`${from}Z`)) / DAY;
  if (days <= 0) return [{ path: "until", problem: `${until} is not after ${from}` }];
  if (weekly === undefined && days > LONGEST_DAYS)
    return [
      { path: "until", problem: `over ${LONGEST_DAYS} days after from; switch the alert off with a reason instead` },
    ];
  return [];
}

function weeklyProblems({ days, from, until }: WeeklyHours): Problem[] {
  const allowed = Object.values(Weekday);
  const problems: Problem[] = [];
  if (!Array.isArray(days) || days.length === 0)
    problems.push({ path: "days", problem: `missing; at least one of ${allowed.join(", ")}` });
  else
    days.forEach((day, index) => {
      if (!allowed.includes(day)) problems.push({ path: `days[${index}]`, problem: notOneOf(day, allowed) });
      else if (days.indexOf(day) < index) problems.push({ path: `days[${index}]`, problem: `${day} is named twice` });
    });
  const times = [...clockTimeProblems("from", from), ...clockTimeProblems("until", until)];
  problems.push(...times);
  if (times.length === 0 && from === until)
    problems.push({ path: "until", problem: `${until} is when it begins; a window has an end` });
  return problems;
}

function ruleProblems(ids: MaintenanceWindowArgs["alertRuleIds"] = []): Problem[] {
  if (!Array.isArray(ids)) return [{ path: "alertRuleIds", problem: `${JSON.stringify(ids)} is not a list` }];
  if (ids.length === 0)
    return [{ path: "alertRuleIds", problem: "empty; leave it out to silence all of the ring's resource group" }];
  if (ids.length > MOST_RULES)
    return [{ path: "alertRuleIds", problem: `${ids.length} rules; at most ${MOST_RULES}, or leave it out for all` }];
  return [];
}
