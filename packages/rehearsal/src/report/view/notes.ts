import type { StackRehearsal } from "../../document";
import { shortType } from "./resource-label";
import { shorten } from "./shorten";
import { counted } from "./wording";

/** Something that the reader must know, and the stacks that it is true of. */
export interface Note {
  text: string;
  stacks: string[];
}

/** Longer log lines are cut; the JSON document has them whole. */
const LONGEST_LOG = 400;

/**
 * What was assumed, what is simulated coarsely, and what the program itself warned of; said once for all stacks. Errors
 * that a program logs after it stopped or was refused something only repeat that.
 */
export function notes(stacks: readonly StackRehearsal[]): Note[] {
  const found = new Map<string, Note>();
  const say = (text: string, stack: string) => {
    const note = found.get(text) ?? { text, stacks: [] };
    found.set(text, note);
    if (!note.stacks.includes(stack)) note.stacks.push(stack);
  };
  for (const { stack, notes, secondPass } of stacks) {
    for (const text of notes) say(text, stack);
    const changed = secondPass && [...secondPass.create, ...secondPass.update, ...secondPass.replace];
    if (changed && changed.length > 0)
      say(`A second pass over the same program is not empty; it changes ${namesOf(changed)}`, stack);
  }
  for (const { stack, log, programError, refusals } of stacks) {
    const explained = programError !== undefined || refusals.length > 0;
    for (const { severity, message } of log)
      if (severity === "warning" || (severity === "error" && !explained))
        say(`The program logged: ${shorten(message.trim(), LONGEST_LOG)}`, stack);
  }
  for (const [types, names] of byTypes(stacks))
    for (const stack of names)
      say(`The simulated Azure does not know ${types} in detail: accepted as given, refusals not checked`, stack);
  return [...found.values()];
}

/** Stacks by the types that are unknown in them, so that stacks with the same list share one note. */
function byTypes(stacks: readonly StackRehearsal[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { stack, unmodelledTypes } of stacks) {
    if (unmodelledTypes.length === 0) continue;
    const types = `${counted(unmodelledTypes.length, "type")} (${unmodelledTypes.map(shortType).sort().join(", ")})`;
    found.set(types, [...(found.get(types) ?? []), stack]);
  }
  return found;
}

function namesOf(urns: readonly string[]): string {
  const names = urns.slice(0, 5).map((urn) => urn.split("::").at(-1));
  return names.join(", ") + (urns.length > 5 ? ` and ${urns.length - 5} more` : "");
}
