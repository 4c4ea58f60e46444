import { watchedServices } from "@ringfence/core/alerts";
import { notOneOf, type Problem, under } from "@ringfence/core/problems";
import { maintenanceWindowProblems } from "../maintenance";
import type { RingContext } from "../ring/context";
import type { ServiceMonitorsArgs } from "./args";
import { overrideProblems } from "./override-problems";
import { prometheusProblems } from "./prometheus-problems";
import { ringWatch } from "./ring-watch";
import { ruleSetProblems } from "./rule-set-problems";
import type { WatchArgs } from "./watch";
import { alertsOfType, knownService, watchedAlerts } from "./watched-alerts";

/** Part of the names of alert rules, which Azure lets be longer; people read them in a pager's one line. */
const NAME = /^(?=.{2,24}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** What Azure lets a model deployment be called; the names become part of a query. */
const DEPLOYMENT = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/;

/** Everything wrong with ServiceMonitors' arguments; empty when they can be created. */
export function serviceMonitorsProblems(args: ServiceMonitorsArgs): Problem[] {
  if (!args.ring) return [{ path: "ring", problem: "missing; the ring it belongs to, `ring.context`" }];
  const { ring, watch = [], watchRing = true, overrides = {}, maintenance } = args;
  const all = [...watch, ...(watchRing ? ringWatch(ring) : [])];
  const rows = all.flatMap((watched) => watchedAlerts(watched, ring));
  // An override of an alert that does not fit in this ring is no mistake: the same program runs in every ring.
  const known = [...new Set(all.flatMap(alertsOfType).map(({ id }) => id))];
  return [
    ...receiverProblems(ring),
    ...(all.length === 0 ? [{ path: "watch", problem: "empty; name at least one resource to watch" }] : []),
    ...watch.flatMap((watched, index) => under(`watch[${index}]`, watchProblems(watched, index, watch))),
    ...Object.entries(overrides).flatMap(([id, override]) =>
      under(`overrides.${id}`, overrideProblems(id, override, known, ring.ring)),
    ),
    ...under("maintenance", maintenanceWindowProblems(maintenance)),
    ...under("prometheus", prometheusProblems(args.prometheus, rows)),
    ...ruleSetProblems(rows),
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
  const { name, resourceId, type, spillingDeployments = [] } = watched;
  const problems: Problem[] = [];
  const first = all.findIndex((other) => other.name === name);
  if (typeof name !== "string" || !NAME.test(name))
    problems.push({
      path: "name",
      problem: `${JSON.stringify(name)} is not made of 2 to 24 lower-case letters, digits and single hyphens, starting with a letter`,
    });
  else if (name.startsWith("ring-"))
    problems.push({ path: "name", problem: `${JSON.stringify(name)} begins as the names of the ring's own parts do` });
  else if (first !== index)
    problems.push({ path: "name", problem: `${JSON.stringify(name)} is watch[${first}].name too; names are unique` });
  if (resourceId === undefined || resourceId === null || resourceId === "")
    problems.push({ path: "resourceId", problem: "missing; the Azure id of the resource to watch" });
  if (!Array.isArray(spillingDeployments) || spillingDeployments.some((deployment) => !DEPLOYMENT.test(deployment)))
    problems.push({
      path: "spillingDeployments",
      problem: `${JSON.stringify(spillingDeployments)} is not a list of deployments' names: letters, digits, underscores, periods and hyphens`,
    });
  if (knownService(type) === undefined)
    problems.push({
      path: "type",
      problem: `${notOneOf(type, watchedServices)}; no alert of the catalogue watches it`,
    });
  return problems;
}
