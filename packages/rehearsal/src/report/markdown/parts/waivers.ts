import { daysLeftWords, endsSoon, grouped, type RehearsalView, shorten, type WaiverRow } from "../../view";
import { code, inline, table, tableRow } from "../escape";
import type { Part } from "../fit";
import { among, subject } from "./subject";

/** Every waiver with its owner and the days that it still holds, folded; those that are not in use too. */
export function waiversPart({ waivers, stacks }: RehearsalView): Part[] {
  if (waivers.length === 0) return [];
  const head = table(["Rule", "For", "Left", "Until", "Owner", "What"], []).split("\n");
  const lines = waivers.map((waiver) => tableRow(cells(waiver, stacks.length)));
  return [{ title: `Waivers (${grouped(waivers.length)})`, head, lines }];
}

function cells(waiver: WaiverRow, stackCount: number): string[] {
  const { rule, resource, selector, what, expires = "–", owner = "–", used, stacks } = waiver;
  const where = resource ? subject(resource) : selector ? code(selector) : "the stack as a whole";
  const left = daysLeftWords(waiver);
  return [
    code(rule),
    `${where}${among(stacks, stackCount)}`,
    endsSoon(waiver) ? `**${left}**` : left,
    expires,
    inline(owner),
    inline(shorten(used ? what : `Not in use: ${what}`, 400)),
  ];
}
