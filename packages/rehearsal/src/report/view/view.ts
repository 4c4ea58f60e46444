import type { Refusal, RehearsalDocument, StackRehearsal } from "../../document";
import { type Answer, answerFor } from "./answer";
import { type Finding, findings } from "./findings";
import { type Note, notes } from "./notes";
import { labelOf, type ResourceLabel } from "./resource-label";
import { type StackSummary, summarise } from "./stack-summary";
import { inPromotionOrder } from "./stage-order";

/** What every report says of a rehearsal, whatever it is written in. */
export interface RehearsalView {
  project: string;
  at: string;
  /** In the order of promotion. */
  stacks: StackRehearsal[];
  summaries: StackSummary[];
  answer: Answer;
  violations: Finding[];
  waivers: Finding[];
  undetermined: Finding[];
  refusals: RefusalView[];
  programErrors: { stack: string; trace: string }[];
  notes: Note[];
  /** The packs that judged, `name version`, with how many rules each has. */
  packs: { name: string; version: string; rules: number }[];
}

/** A refusal that Azure would answer with, in every stack where it is the same. */
export interface RefusalView {
  resource: ResourceLabel;
  code: string;
  status: number;
  message: string;
  stacks: string[];
}

/** Says what a rehearsal found. */
export function viewOf(document: RehearsalDocument): RehearsalView {
  const stacks = inPromotionOrder(document.stacks);
  const summaries = stacks.map(summarise);
  return {
    project: document.project,
    at: document.at,
    stacks,
    summaries,
    answer: answerFor(summaries),
    violations: findings(stacks, "fail"),
    waivers: findings(stacks, "waived"),
    undetermined: findings(stacks, "undetermined"),
    refusals: refusals(stacks),
    programErrors: stacks.flatMap(({ stack, programError }) =>
      programError === undefined ? [] : [{ stack, trace: programError }],
    ),
    notes: notes(stacks),
    packs: packs(stacks),
  };
}

function refusals(stacks: readonly StackRehearsal[]): RefusalView[] {
  const found = new Map<string, RefusalView>();
  for (const { stack, refusals } of stacks)
    for (const refusal of refusals) {
      const key = refusalKey(refusal);
      const known = found.get(key) ?? newRefusal(refusal);
      found.set(key, known);
      known.stacks.push(stack);
    }
  return [...found.values()];
}

/** Azure's own words: the SDK's `Code="…" Message="…"` around them is taken off where the code says the same. */
function newRefusal({ urn, code, status, message }: Refusal): RefusalView {
  const own = new RegExp(`(?:Status=\\d+ )?Code="${code.replace(/\W/g, "\\$&")}" Message="([\\s\\S]*)"\\s*$`).exec(
    message,
  )?.[1];
  return { resource: labelOf(urn), code, status, message: own ?? message, stacks: [] };
}

function refusalKey({ urn, code, message }: Refusal): string {
  const { name, type } = labelOf(urn);
  return JSON.stringify([name, type, code, message]);
}

function packs(stacks: readonly StackRehearsal[]): RehearsalView["packs"] {
  const found = new Map<string, RehearsalView["packs"][number]>();
  for (const { packs } of stacks)
    for (const { name, version, rules } of packs)
      found.set(JSON.stringify([name, version]), { name, version, rules: rules.length });
  return [...found.values()];
}
