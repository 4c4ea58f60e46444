import { type Problem, under } from "../problems";
import { daysLeft } from "./days-left";
import { longestWaiverDays } from "./rule-severity";
import { asWaiver, shapeProblems } from "./shape";
import type { WaivableRule, Waiver } from "./waiver";

/** One row of a waivers file after it was checked. A row with a problem does not hold: its rule applies again. */
export interface ReviewedWaiver {
  /** Where the row is: `waivers[0]`. */
  path: string;
  /** The waiver, where the row can be read as one. */
  waiver?: Waiver;
  /** Whole days until it ends, today included; negative when it is over. Only where there is a waiver. */
  daysLeft?: number;
  /** What is wrong with it, each with its path in the file. */
  problems: Problem[];
}

/** What a waivers file says. */
export interface WaiverReview {
  waivers: ReviewedWaiver[];
  /** What is wrong with the file as a whole. */
  problems: Problem[];
}

/**
 * Checks what a waivers file holds: `{ waivers: [...] }`, or the list alone. `rules` are the rules that the reader
 * knows; a waiver of another rule is checked for its shape and its expiry only.
 */
export function reviewWaivers(file: unknown, rules: readonly WaivableRule[], now: Date): WaiverReview {
  if (file === undefined || file === null) return { waivers: [], problems: [] };
  const { rows, problems } = rowsOf(file);
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  return { waivers: rows.map((row, index) => review(row, `waivers[${index}]`, known, now)), problems };
}

function rowsOf(file: unknown): { rows: readonly unknown[]; problems: Problem[] } {
  if (Array.isArray(file)) return { rows: file, problems: [] };
  const { waivers, ...others } = Object(file) as { waivers?: unknown };
  const problems = Object.keys(others).map((path) => ({
    path,
    problem: "not a key of a waivers file; that is `waivers`",
  }));
  if (Array.isArray(waivers)) return { rows: waivers, problems };
  return {
    rows: [],
    problems: [...problems, { path: "waivers", problem: "missing or not a list; give the list of waivers" }],
  };
}

function review(row: unknown, path: string, rules: ReadonlyMap<string, WaivableRule>, now: Date): ReviewedWaiver {
  const shape = shapeProblems(row);
  if (shape.length > 0) return { path, problems: under(path, shape) };
  const waiver = asWaiver(row);
  const left = daysLeft(waiver.expires, now);
  const problems = [...expiryProblems(left, rules.get(waiver.rule)), ...ruleProblems(waiver, rules.get(waiver.rule))];
  return { path, waiver, daysLeft: left, problems: under(path, problems) };
}

function expiryProblems(left: number, rule: WaivableRule | undefined): Problem[] {
  if (left <= 0) return [{ path: "expires", problem: "expired; the rule applies again" }];
  const longest = longestWaiverDays[rule?.severity ?? "low"];
  if (left <= longest + 1) return [];
  return [
    {
      path: "expires",
      problem: `${left} days ahead; a ${rule?.severity ?? "low"} rule is waived for ${longest} at most`,
    },
  ];
}

function ruleProblems(waiver: Waiver, rule: WaivableRule | undefined): Problem[] {
  if (rule === undefined) return [];
  const problems: Problem[] = [];
  if (rule.waivable === false) problems.push({ path: "rule", problem: `${rule.id} may not be waived` });
  if (!rule.aboutPreviews) return problems;
  if (waiver.riskAssessment === undefined)
    problems.push({ path: "riskAssessment", problem: "missing; what can go wrong while the preview is in use" });
  if (waiver.rollbackPath === undefined)
    problems.push({ path: "rollbackPath", problem: "missing; how to get back to something that is supported" });
  return problems;
}
