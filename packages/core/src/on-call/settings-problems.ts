import { nameProblems } from "../naming";
import { notOneOf, type Problem, under } from "../problems";
import { type Severity, severities, severityNames } from "../severities";
import { timeZoneProblem } from "../time-zones";
import { type BusinessHours, fullHours } from "./business-hours";
import { clockTimeProblems, dateProblems, momentProblems } from "./clock-time";
import { Handover, type Rotation } from "./rotation";
import { type EscalationStep, type Escalations, type IncidentRoute, RouteKind } from "./route";
import { weekdays } from "./weekday";
import { TrackerKind, type WorkItemTracker } from "./work-items";

const NAME = /^(?=.{2,24}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** What a user says of routing, as far as it is the same in a component's arguments and in a job's settings. */
export interface RoutingChoices {
  readonly routes?: readonly IncidentRoute[];
  readonly rotations?: readonly Rotation[];
  readonly escalations?: Escalations;
  readonly businessHours?: BusinessHours;
  readonly workItems?: WorkItemTracker;
}

/** Everything wrong with routes, rotations, escalations, business hours and the place of work items. */
export function routingProblems(choices: RoutingChoices): Problem[] {
  const { routes = [], rotations = [], escalations = {}, businessHours, workItems } = choices;
  return [
    ...named("routes", routes, routeProblems),
    ...named("rotations", rotations, rotationProblems),
    ...under("escalations", escalationProblems(escalations, routes, rotations)),
    ...(businessHours === undefined ? [] : under("businessHours", hoursProblems(businessHours))),
    ...(workItems === undefined ? [] : under("workItems", trackerProblems(workItems))),
  ];
}

function named<Row extends { name: string }>(
  list: string,
  rows: readonly Row[],
  check: (row: Row) => Problem[],
): Problem[] {
  if (!Array.isArray(rows)) return [{ path: list, problem: `${JSON.stringify(rows)} is not a list` }];
  return rows.flatMap((row: Row, index) => {
    const path = `${list}[${index}]`;
    if (typeof row !== "object" || row === null) return [{ path, problem: `${JSON.stringify(row)} is not an object` }];
    const first = rows.findIndex((other: Row) => other?.name === row.name);
    const allowed = "2 to 24 lower-case letters, digits and single hyphens, starting with a letter";
    const name = NAME.test(row.name ?? "")
      ? first < index
        ? [{ path: "name", problem: `${JSON.stringify(row.name)} is ${list}[${first}].name too; names are unique` }]
        : []
      : [{ path: "name", problem: `${JSON.stringify(row.name)} is not made of ${allowed}` }];
    return under(path, [...name, ...check(row)]);
  });
}

function routeProblems({ kind, secret, api, severities: given = [] }: IncidentRoute): Problem[] {
  return [
    ...oneOf("kind", kind, Object.values(RouteKind)),
    ...(secret === undefined || secret === ""
      ? [{ path: "secret", problem: "missing; the name of the vault's secret that holds the address or key" }]
      : under("secret", nameProblems("keyVaultSecret", secret))),
    ...(api === undefined || /^https:\/\/[^/?#\s]+\/?$/.test(api)
      ? []
      : [{ path: "api", problem: `${JSON.stringify(api)} is not an address such as https://api.eu.opsgenie.com` }]),
    ...given.flatMap((severity, index) => oneOf(`severities[${index}]`, severity, severityNames)),
  ];
}

function rotationProblems(rotation: Rotation): Problem[] {
  const { people, handover, startsOn, handoverAt, timeZone, overrides = [] } = rotation;
  const zone = timeZoneProblem(timeZone);
  return [
    ...(Array.isArray(people) && people.length > 0 && people.every((person) => String(person ?? "").trim() !== "")
      ? []
      : [{ path: "people", problem: `${JSON.stringify(people)} names nobody to be on call` }]),
    ...oneOf("handover", handover, Object.values(Handover)),
    ...dateProblems("startsOn", startsOn),
    ...clockTimeProblems("handoverAt", handoverAt),
    ...(zone === undefined ? [] : [{ path: "timeZone", problem: zone }]),
    ...overrides.flatMap(({ from, until, person }, index) =>
      under(`overrides[${index}]`, [
        ...momentProblems("from", from),
        ...momentProblems("until", until),
        ...(from < until ? [] : [{ path: "until", problem: `${until} is not after ${from}` }]),
        ...(person?.trim() ? [] : [{ path: "person", problem: "missing; who stands in" }]),
      ]),
    ),
  ];
}

function escalationProblems(
  escalations: Escalations,
  routes: readonly IncidentRoute[],
  rotations: readonly Rotation[],
): Problem[] {
  return Object.entries(escalations).flatMap(([severity, steps]: [string, EscalationStep[]]) => {
    if (!severityNames.includes(severity as Severity))
      return [{ path: severity, problem: notOneOf(severity, severityNames) }];
    const pages = severities[severity as Severity].pages;
    if (pages && steps.length === 0)
      return [{ path: severity, problem: "empty; a severity that pages somebody has at least one step" }];
    return steps.flatMap(({ tells, rotation, routes: told }, index) =>
      under(`${severity}[${index}]`, [
        ...(tells?.trim() ? [] : [{ path: "tells", problem: "missing; who it is, for people who read the message" }]),
        ...(rotation === undefined
          ? []
          : oneOf(
              "rotation",
              rotation,
              rotations.map(({ name }) => name),
            )),
        ...(Array.isArray(told) && told.length > 0
          ? told.flatMap((route, place) =>
              oneOf(
                `routes[${place}]`,
                route,
                routes.map(({ name }) => name),
              ),
            )
          : [{ path: "routes", problem: "empty; name at least one route, or nobody is told" }]),
      ]),
    );
  });
}

function hoursProblems(hours: BusinessHours): Problem[] {
  const { timeZone, days, from, until, holidays, severities: waiting } = fullHours(hours);
  const zone = timeZoneProblem(timeZone);
  return [
    ...(zone === undefined ? [] : [{ path: "timeZone", problem: zone }]),
    ...(days.length === 0 ? [{ path: "days", problem: "empty; nobody would ever be told" }] : []),
    ...days.flatMap((day, index) => oneOf(`days[${index}]`, day, weekdays)),
    ...clockTimeProblems("from", from),
    ...clockTimeProblems("until", until),
    ...(from < until ? [] : [{ path: "until", problem: `${until} is not after ${from} on the same day` }]),
    ...holidays.flatMap((day, index) => dateProblems(`holidays[${index}]`, day)),
    ...waiting.flatMap((severity, index) => {
      const path = `severities[${index}]`;
      if (!severityNames.includes(severity)) return [{ path, problem: notOneOf(severity, severityNames) }];
      return severities[severity].pages ? [{ path, problem: `${severity} pages somebody; it cannot wait` }] : [];
    }),
  ];
}

function trackerProblems(tracker: WorkItemTracker): Problem[] {
  const { kind, place, project, tokenSecret } = tracker;
  const kinds = oneOf("kind", kind, Object.values(TrackerKind));
  if (kinds.length > 0) return kinds;
  const gitHub = kind === TrackerKind.GitHub;
  const fits = gitHub
    ? /^[\w.-]+\/[\w.-]+$/.test(place ?? "")
    : /^https:\/\/[^/?#\s]+(\/[^/?#\s]+)?\/?$/.test(place ?? "");
  const example = gitHub ? "an owner and a repository such as contoso/claims" : "https://dev.azure.com/contoso";
  return [
    ...(fits ? [] : [{ path: "place", problem: `${JSON.stringify(place)} is not ${example}` }]),
    ...(gitHub || project ? [] : [{ path: "project", problem: "missing; the project of Azure Boards" }]),
    ...(gitHub && !tokenSecret
      ? [
          {
            path: "tokenSecret",
            problem: "missing; the name of the vault's secret that holds a token with issues: write",
          },
        ]
      : []),
    ...(tokenSecret === undefined ? [] : under("tokenSecret", nameProblems("keyVaultSecret", tokenSecret))),
  ];
}

function oneOf(path: string, given: unknown, allowed: readonly string[]): Problem[] {
  return allowed.some((value) => value === given) ? [] : [{ path, problem: notOneOf(given, allowed) }];
}
