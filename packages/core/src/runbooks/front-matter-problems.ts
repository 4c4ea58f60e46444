import { DateTime } from "luxon";
import { ActionId } from "../actions";
import type { Problem } from "../problems";
import { severityNames } from "../severities";
import { Exercise, MANUAL, QueriedIn } from "./front-matter";
import { OwnerRole, RunbookKind } from "./runbook";

type Fields = Readonly<Record<string, unknown>>;

/** Everything wrong with what stands above a page; empty when it is a `RunbookFrontMatter`. */
export function frontMatterProblems(given: unknown): Problem[] {
  if (!isFields(given)) return [{ path: "front matter", problem: "missing; YAML between two lines of ---" }];
  const wanted = [...COMMON, ...(given.kind === RunbookKind.Playbook ? PLAYBOOK : [])];
  return [
    ...wanted.flatMap(([path, check]) => check(given[path], path)),
    ...Object.keys(given)
      .filter((key) => !wanted.some(([path]) => path === key))
      .map((path) => ({ path, problem: `not a key of a ${given.kind === "playbook" ? "playbook" : "runbook"}` })),
  ];
}

type Check = (given: unknown, path: string) => Problem[];

const text: Check = (given, path) =>
  typeof given === "string" && given.trim() !== "" ? [] : [{ path, problem: missingOr(given, "not a text") }];

const date: Check = (given, path) =>
  typeof given === "string" && /^\d{4}-\d{2}-\d{2}$/.test(given) && DateTime.fromISO(given).isValid
    ? []
    : [{ path, problem: missingOr(given, `${JSON.stringify(given)} is not a day as YYYY-MM-DD`) }];

const oneOf =
  (allowed: readonly string[]): Check =>
  (given, path) =>
    typeof given === "string" && allowed.includes(given)
      ? []
      : [{ path, problem: missingOr(given, `${JSON.stringify(given)} is not one of ${allowed.join(", ")}`) }];

const id: Check = (given, path) =>
  typeof given === "string" && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(given)
    ? []
    : [{ path, problem: missingOr(given, `${JSON.stringify(given)} is not lower case with hyphens`) }];

const alerts: Check = (given, path) =>
  Array.isArray(given)
    ? given.flatMap((alert: unknown, index) => id(alert, `${path}[${index}]`))
    : [{ path, problem: missingOr(given, "not a list of alert ids; [] if no alert leads here") }];

const steps: Check = (given, path) => {
  if (!Array.isArray(given) || given.length === 0)
    return [{ path, problem: missingOr(given, "not a list of steps, each with title and action") }];
  return given.flatMap((step: unknown, index) => {
    const fields = isFields(step) ? step : {};
    return [
      ...text(fields.title, `${path}[${index}].title`),
      ...oneOf([MANUAL, ...Object.values(ActionId)])(fields.action, `${path}[${index}].action`),
    ];
  });
};

const lastExercised: Check = (given, path) => {
  if (!isFields(given)) return [{ path, problem: missingOr(given, "not how and on; how: never if nobody ever has") }];
  const how = oneOf(Object.values(Exercise))(given.how, `${path}.how`);
  if (given.how !== Exercise.Never) return [...how, ...date(given.on, `${path}.on`)];
  return given.on === undefined ? [] : [{ path: `${path}.on`, problem: "a day, though it was never exercised" }];
};

const verification: Check = (given, path) => {
  if (!isFields(given)) return [{ path, problem: missingOr(given, "not in and query") }];
  return [...oneOf(Object.values(QueriedIn))(given.in, `${path}.in`), ...text(given.query, `${path}.query`)];
};

const days: Check = (given, path) =>
  Number.isInteger(given) && Number(given) >= 1 && Number(given) <= 366
    ? []
    : [{ path, problem: missingOr(given, `${JSON.stringify(given)} is not a number of days from 1 to 366`) }];

const COMMON: readonly (readonly [string, Check])[] = [
  ["id", id],
  ["title", text],
  ["kind", oneOf(Object.values(RunbookKind))],
  ["severity", oneOf(severityNames)],
  ["owner", oneOf(Object.values(OwnerRole))],
  ["alerts", alerts],
  ["steps", steps],
  ["verification", verification],
  ["lastExercised", lastExercised],
  ["reviewed", date],
  ["reviewEveryDays", days],
];

const PLAYBOOK: readonly (readonly [string, Check])[] = [
  ["blastRadius", text],
  ["approvedBy", text],
  ["inverse", text],
];

function missingOr(given: unknown, otherwise: string): string {
  return given === undefined || given === null ? "missing" : otherwise;
}

function isFields(given: unknown): given is Fields {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}
