import { notOneOf, type Problem } from "../problems";
import { type RingName, ringNames } from "../rings";
import type { Waiver } from "./waiver";

/** What each key of a waiver is for, said when it is missing. */
const needed = {
  rule: "the id of the rule that is waived",
  owner: "the e-mail address of the team that answers for the exception",
  reason: "why the rule cannot be kept for now",
  expires: "the last day on which it holds, YYYY-MM-DD",
} as const;
const optional = ["urn", "type", "name", "ticket", "rings", "riskAssessment", "rollbackPath"] as const;
const keys: readonly string[] = [...Object.keys(needed), ...optional];

/** Everything in one row of a waivers file that keeps it from being read as a waiver. */
export function shapeProblems(row: unknown): Problem[] {
  if (typeof row !== "object" || row === null || Array.isArray(row))
    return [{ path: "", problem: "not a waiver; give rule, owner, reason, expires and urn or type and name" }];
  const given = row as Record<string, unknown>;
  return [...unknownKeys(given), ...missingTexts(given), ...selectorProblems(given), ...valueProblems(given)];
}

function unknownKeys(given: Record<string, unknown>): Problem[] {
  return Object.keys(given)
    .filter((key) => !keys.includes(key))
    .map((key) => ({ path: key, problem: `not a key of a waiver; those are ${keys.join(", ")}` }));
}

function missingTexts(given: Record<string, unknown>): Problem[] {
  const missing = Object.entries(needed)
    .filter(([key]) => !isText(given[key]))
    .map(([path, purpose]) => ({ path, problem: `missing; ${purpose}` }));
  const notText = optional
    .filter((key) => key !== "rings" && given[key] !== undefined && !isText(given[key]))
    .map((path) => ({ path, problem: "not a text, or an empty one" }));
  return [...missing, ...notText];
}

function selectorProblems({ urn, type, name }: Record<string, unknown>): Problem[] {
  if (urn !== undefined && (type !== undefined || name !== undefined))
    return [{ path: "urn", problem: "given beside type or name; give the URN, or type and name" }];
  if (urn === undefined && type === undefined)
    return [
      {
        path: "type",
        problem: "missing; give the resource's URN, or its type and name (`*` stands for any characters)",
      },
    ];
  if (urn === undefined && name === undefined)
    return [{ path: "name", problem: "missing; the resource's name in the program (`*` stands for any characters)" }];
  return [];
}

function valueProblems({ owner, expires, rings }: Record<string, unknown>): Problem[] {
  const problems: Problem[] = [];
  if (isText(owner) && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(owner))
    problems.push({ path: "owner", problem: "not an e-mail address" });
  if (isText(expires) && dayOf(expires) === undefined)
    problems.push({ path: "expires", problem: "not a day of the calendar, written YYYY-MM-DD" });
  if (rings !== undefined && (!Array.isArray(rings) || rings.length === 0))
    problems.push({ path: "rings", problem: `not a list of rings; those are ${ringNames.join(", ")}` });
  if (Array.isArray(rings))
    rings.forEach((ring, index) => {
      if (!ringNames.includes(ring as RingName))
        problems.push({ path: `rings[${index}]`, problem: notOneOf(ring, ringNames) });
    });
  return problems;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

/** The first moment of a day `YYYY-MM-DD` in UTC, in milliseconds; undefined if there is no such day. */
export function dayOf(day: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const moment = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== day ? undefined : moment;
}

/** A row that `shapeProblems` has nothing against. */
export function asWaiver(row: unknown): Waiver {
  return row as Waiver;
}
