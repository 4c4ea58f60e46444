import { counted, type RehearsalView } from "../../view";
import { inline } from "../escape";
import type { Part } from "../fit";
import { among } from "./subject";

/** What the reader must know, folded. */
export function notesPart({ notes, stacks }: RehearsalView): Part[] {
  if (notes.length === 0) return [];
  const lines = notes.map(({ text, stacks: where }) => `- ${inline(text)}${among(where, stacks.length)}`);
  return [{ title: counted(notes.length, "note"), lines }];
}
