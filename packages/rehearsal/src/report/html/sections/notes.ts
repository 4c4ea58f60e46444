import type { RehearsalView } from "../../view";
import { html } from "../escape";
import { stackLabels } from "../stack-names";
import type { Section } from "./section";

/** What was assumed, and what the simulated Azure does not know. */
export function notesSection({ notes, stacks }: RehearsalView): Section {
  return {
    id: "notes",
    title: "Notes",
    count: notes.length,
    body: html`<ul class="notes">${notes.map(
      ({ text, stacks: where }) =>
        html`<li data-item data-stacks="${where.join(" ")}">${text}${stackLabels(where, stacks.length)}</li>`,
    )}</ul>`,
  };
}
