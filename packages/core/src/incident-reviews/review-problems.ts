import { dateProblems } from "../on-call";
import { notOneOf, type Problem, under } from "../problems";
import { severityNames } from "../severities";
import { ReviewStatus, reviewSections } from "./review";

type Fields = Readonly<Record<string, unknown>>;

const ID = /^[0-9a-f]{16}-\d{8}T\d{6}Z$/;
const OFFSET_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** A section that says this and nothing else has not been written. */
export const UNWRITTEN = "_To be written._";

const known = [
  "incident",
  "title",
  "severity",
  "opened",
  "acknowledged",
  "mitigated",
  "resolved",
  "owner",
  "status",
  "held",
  "actions",
];

/** Everything wrong with a review's front matter. */
export function frontMatterProblems(given: unknown): Problem[] {
  if (!isFields(given)) return [{ path: "front matter", problem: "missing; YAML between two lines of ---" }];
  return [
    ...(typeof given.incident === "string" && ID.test(given.incident)
      ? []
      : [problem("incident", `${JSON.stringify(given.incident)} is not an incident's id`)]),
    ...text("title", given.title, "what happened, in a few words"),
    ...oneOf("severity", given.severity, severityNames),
    ...timeProblems(given),
    ...text("owner", given.owner, "who leads the review"),
    ...oneOf("status", given.status, Object.values(ReviewStatus)),
    ...(given.status === ReviewStatus.Held || given.held !== undefined ? dateProblems("held", given.held) : []),
    ...actionsProblems(given.actions),
    ...Object.keys(given)
      .filter((key) => !known.includes(key))
      .map((key) => problem(key, `not a key of a review; one of ${known.join(", ")}`)),
  ];
}

/** What is wrong with what is written below: sections that are missing, and unwritten ones once the review was held. */
export function bodyProblems(body: string, status: ReviewStatus): Problem[] {
  const parts = body.split(/^## /m).slice(1);
  const written = new Map(
    parts.map((part) => {
      const [title = "", ...rest] = part.split("\n");
      const said = rest.join("\n").replace(/<!--[\s\S]*?-->/g, "");
      return [title.trim(), said.trim()] as const;
    }),
  );
  return reviewSections.flatMap((section) => {
    const content = written.get(section);
    if (content === undefined) return [problem(section, "missing; a review has this section")];
    const empty = content === "" || content === UNWRITTEN;
    return empty && status === ReviewStatus.Held ? [problem(section, "not written, though the review was held")] : [];
  });
}

function timeProblems(given: Fields): Problem[] {
  const time = (path: string, needed: boolean): Problem[] => {
    const value = given[path];
    if (value === undefined || value === null)
      return needed ? [problem(path, "missing; a time such as 2026-11-21T03:05:00Z")] : [];
    const fits = typeof value === "string" && OFFSET_TIME.test(value) && !Number.isNaN(Date.parse(value));
    return fits ? [] : [problem(path, `${JSON.stringify(value)} is not a time such as 2026-11-21T03:05:00Z`)];
  };
  const problems = [
    ...time("opened", true),
    ...time("acknowledged", false),
    ...time("mitigated", false),
    ...time("resolved", true),
  ];
  if (problems.length > 0) return problems;
  const opened = Date.parse(String(given.opened));
  return ["acknowledged", "mitigated", "resolved"].flatMap((path) => {
    const value = given[path];
    return typeof value === "string" && Date.parse(value) < opened
      ? [problem(path, `${value} is before it was opened, ${String(given.opened)}`)]
      : [];
  });
}

function actionsProblems(given: unknown): Problem[] {
  if (!Array.isArray(given))
    return [problem("actions", "missing; a list of what, owner and due; [] if nothing is to be done")];
  return given.flatMap((action: unknown, index) => {
    const path = `actions[${index}]`;
    if (!isFields(action)) return [problem(path, "not what, owner and due")];
    return under(path, [
      ...text("what", action.what, "what is done, so that it does not happen again"),
      ...text("owner", action.owner, "who does it"),
      ...dateProblems("due", action.due),
      ...(action.done === undefined ? [] : dateProblems("done", action.done)),
      ...(action.item === undefined || (typeof action.item === "string" && URL.canParse(action.item))
        ? []
        : [problem("item", `${JSON.stringify(action.item)} is not an address`)]),
    ]);
  });
}

function text(path: string, given: unknown, what: string): Problem[] {
  return typeof given === "string" && given.trim() !== "" ? [] : [problem(path, `missing; ${what}`)];
}

function oneOf(path: string, given: unknown, allowed: readonly string[]): Problem[] {
  return allowed.some((value) => value === given) ? [] : [problem(path, notOneOf(given, allowed))];
}

function problem(path: string, says: string): Problem {
  return { path, problem: says };
}

function isFields(given: unknown): given is Fields {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}
