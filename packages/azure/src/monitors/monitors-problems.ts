import { alerts } from "@ringfence/core/alerts";
import { notOneOf, type Problem, under } from "@ringfence/core/problems";
import { severityNames } from "@ringfence/core/severities";
import { reasonProblems } from "../openings/opening";
import type { RingContext } from "../ring/context";
import type { AlertOverrideArgs } from "./alert-override";
import type { ServiceMonitorsArgs } from "./args";
import type { WatchArgs } from "./watch";
import { watchedAlerts, watchedTypes } from "./watched-alerts";

/** Part of the names of alert rules, which Azure lets be longer; people read them in a pager's one line. */
const NAME = /^(?=.{2,24}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Everything wrong with ServiceMonitors' arguments; empty when they can be created. */
export function serviceMonitorsProblems(args: ServiceMonitorsArgs): Problem[] {
  if (!args.ring) return [{ path: "ring", problem: "missing; the ring it belongs to, `ring.context`" }];
  const { ring, watch = [], overrides = {} } = args;
  return [
    ...receiverProblems(ring),
    ...(watch.length === 0 ? [{ path: "watch", problem: "empty; name at least one resource to watch" }] : []),
    ...watch.flatMap((watched, index) => under(`watch[${index}]`, watchProblems(watched, index, watch))),
    ...Object.entries(overrides).flatMap(([id, override]) =>
      under(`overrides.${id}`, overrideProblems(id, override, watch)),
    ),
  ];
}

/** What is wrong where an alert would reach nobody: a ring without receivers of any severity. */
export function receiverProblems(ring: RingContext): Problem[] {
  const reached = ring.severitiesWithReceivers.filter((severity) => ring.actionGroupIds[severity] !== undefined);
  if (reached.length > 0) return [];
  const problem =
    "nobody hears of an alert in this ring; give the ring a receiver for at least one severity, for example onCall.Sev2";
  return [{ path: "ring.severitiesWithReceivers", problem }];
}

function watchProblems(watched: WatchArgs, index: number, all: readonly WatchArgs[]): Problem[] {
  const { name, resourceId, type } = watched;
  const problems: Problem[] = [];
  const first = all.findIndex((other) => other.name === name);
  if (typeof name !== "string" || !NAME.test(name))
    problems.push({
      path: "name",
      problem: `${JSON.stringify(name)} is not made of 2 to 24 lower-case letters, digits and single hyphens, starting with a letter`,
    });
  else if (first !== index)
    problems.push({ path: "name", problem: `${JSON.stringify(name)} is watch[${first}].name too; names are unique` });
  if (resourceId === undefined || resourceId === null || resourceId === "")
    problems.push({ path: "resourceId", problem: "missing; the Azure id of the resource to watch" });
  if (watchedAlerts(watched).length === 0)
    problems.push({ path: "type", problem: `${notOneOf(type, watchedTypes)}; no alert of the catalogue watches it` });
  return problems;
}

function overrideProblems(id: string, override: AlertOverrideArgs, watch: readonly WatchArgs[]): Problem[] {
  const ids = Object.keys(alerts);
  if (!ids.includes(id)) return [{ path: "", problem: notOneOf(id, ids) }];
  const applied = [...new Set(watch.flatMap((watched) => watchedAlerts(watched).map((row) => row.id)))];
  if (!applied.includes(id))
    return [
      { path: "", problem: `changes nothing: no watched resource has this alert; they have ${applied.join(", ")}` },
    ];
  const { threshold, severity, offBecause } = override;
  const problems: Problem[] = [];
  if (threshold === undefined && severity === undefined && offBecause === undefined)
    problems.push({ path: "", problem: "changes nothing; give threshold, severity or offBecause" });
  if (threshold !== undefined && !(Number.isFinite(threshold) && threshold >= 0))
    problems.push({ path: "threshold", problem: `${threshold} is not a number from 0 up` });
  if (severity !== undefined && !severityNames.includes(severity))
    problems.push({ path: "severity", problem: notOneOf(severity, severityNames) });
  if (offBecause !== undefined) problems.push(...reasonProblems("offBecause", offBecause));
  return problems;
}
