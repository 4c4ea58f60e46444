import { isStopping, type Place } from "../view";
import { type Html, html } from "./escape";

/** Names of stacks as labels; nothing where it is true of all of them and there is nothing to tell apart. */
export function stackLabels(stacks: readonly string[], all: number): Html {
  return html`${stacks.length < all && stacks.map((stack) => html` <span class="label">${stack}</span>`)}`;
}

/** Stacks with the level that a rule has in each. */
export function levelLabels(stacks: Place["stacks"]): Html {
  return html`${stacks.map(
    ({ stack, level }) =>
      html` <span class="label ${isStopping(level) && "stops"}">${stack} <small>${level}</small></span>`,
  )}`;
}
