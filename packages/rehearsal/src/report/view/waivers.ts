import { daysLeft } from "@ringfence/core/waivers";
import type { StackRehearsal } from "../../document";
import { labelOf, type ResourceLabel } from "./resource-label";
import { resultsOf } from "./results";
import { resourceKey } from "./urn";
import { waiverTerms } from "./waiver-terms";

/** A waiver, as far as the packs tell of it: one that is in use on a resource, or one that nothing needs. */
export interface WaiverRow {
  /** The rule that is waived. */
  rule: string;
  /** The resource; absent for the stack as a whole and for a waiver that is not in use. */
  resource?: ResourceLabel;
  /** What a waiver that is not in use names: a URN, or a type and a name. */
  selector?: string;
  /** What is waived, or why the waiver is not in use. */
  what: string;
  used: boolean;
  /** The last day on which it holds, and who answers for it; absent where the pack does not say. */
  expires?: string;
  owner?: string;
  /** Whole days until it ends, that day included. */
  daysLeft?: number;
  stacks: string[];
}

/** The rule with which our packs tell of waivers that nothing needs. */
const STILL_NEEDED = "waivers-still-needed";

const IDLE = /^the waiver of (\S+) for (.+), until (\d{4}-\d\d-\d\d) by (\S+): ([\s\S]+?)\.?$/;

/** All waivers of all stacks, those that end first first. `at` is the moment to which days are counted. */
export function waiverRows(stacks: readonly StackRehearsal[], at: string): WaiverRow[] {
  const rows = new Map<string, WaiverRow>();
  for (const stack of stacks)
    for (const result of resultsOf(stack)) {
      const row = result.verdict.outcome === "waived" ? usedRow(result) : idleRow(result);
      if (!row) continue;
      const subject = row.resource ? resourceKey(row.resource.urn) : (row.selector ?? "");
      const key = JSON.stringify([row.used, row.rule, subject, row.what, row.expires, row.owner]);
      const known = rows.get(key) ?? { ...row, ...(row.expires && { daysLeft: daysLeft(row.expires, new Date(at)) }) };
      rows.set(key, known);
      if (!known.stacks.includes(stack.stack)) known.stacks.push(stack.stack);
    }
  return [...rows.values()].sort(
    (a, b) => (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity) || a.rule.localeCompare(b.rule, "en"),
  );
}

type Told = ReturnType<typeof resultsOf>[number];

function usedRow({ verdict, resource, what }: Told): WaiverRow {
  const terms = waiverTerms(what);
  return {
    rule: verdict.rule,
    ...(resource && { resource: labelOf(resource.urn) }),
    what,
    ...terms,
    used: true,
    stacks: [],
  };
}

function idleRow({ verdict, what }: Told): WaiverRow | undefined {
  if (verdict.rule !== STILL_NEEDED || verdict.outcome !== "fail") return undefined;
  const [, rule, selector, expires, owner, why] = IDLE.exec(what) ?? [];
  if (rule === undefined || why === undefined) return undefined;
  return { rule, selector, what: why, expires, owner, used: false, stacks: [] };
}

/** How much of a waiver is left, in words. */
export function daysLeftWords({ daysLeft: left }: Pick<WaiverRow, "daysLeft">): string {
  if (left === undefined) return "no date given";
  if (left <= 0) return "over";
  return left === 1 ? "1 day left" : `${left.toLocaleString("en-US")} days left`;
}

/** Days before a waiver's end from which a report warns of it. */
export const WARN_DAYS = 14;

/** Whether a waiver ends so soon that somebody must act. */
export function endsSoon({ daysLeft: left }: Pick<WaiverRow, "daysLeft">): boolean {
  return left !== undefined && left <= WARN_DAYS;
}
