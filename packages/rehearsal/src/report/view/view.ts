import type { Origin, Refusal, RehearsalDocument, StackRehearsal } from "../../document";
import { type Answer, answerFor } from "./answer";
import { type Finding, findings } from "./findings";
import { type Note, notes } from "./notes";
import { type OriginWords, originWords } from "./origin-words";
import { labelOf, type ResourceLabel } from "./resource-label";
import { type StackSummary, summarise } from "./stack-summary";
import { inPromotionOrder } from "./stage-order";
import { type WaiverRow, waiverRows } from "./waivers";

/** What every report says of a rehearsal, whatever it is written in. */
export interface RehearsalView {
  project: string;
  at: string;
  /** The project's folder in its repository; absent for the repository's root, and where none is known. */
  folder?: string;
  origin: Origin;
  /** How to speak of what it tells of. */
  words: OriginWords;
  /** In the order of promotion. */
  stacks: StackRehearsal[];
  summaries: StackSummary[];
  answer: Answer;
  violations: Finding[];
  /** Every waiver that the packs tell of, in use or not, those that end first first. */
  waivers: WaiverRow[];
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
  const { project, at, folder, origin = "rehearsal" } = document;
  const words = originWords[origin];
  return {
    project,
    at,
    ...(folder && { folder }),
    origin,
    words,
    stacks,
    summaries,
    answer: answerFor(summaries, words),
    violations: findings(stacks, "fail"),
    waivers: waiverRows(stacks, at),
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
