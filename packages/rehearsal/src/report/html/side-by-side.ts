import { type Html, type HtmlValue, html } from "./escape";

/** One row of a table that has a column for each stack. */
export interface SideBySideRow {
  head: HtmlValue;
  cells: readonly HtmlValue[];
  /** Starts a group of rows under a heading of its own. */
  group?: HtmlValue;
  /** What the row is about, for the filter, where the row itself does not say it. */
  about?: string;
}

/** How wide the cells have to be: numbers and yes or no, or whole values. */
export type CellWidth = "narrow" | "wide";

/** Up to this many stacks a table of narrow cells stays a table on a phone. */
const STACKS_ON_A_PHONE = 4;

/**
 * A table with a column for each stack, which on a narrow screen becomes a card for each row where it does not fit.
 * The roles say again what the elements mean, because a browser forgets it when they are laid out as cards.
 */
export function sideBySide(
  caption: string,
  corner: string,
  stacks: readonly string[],
  width: CellWidth,
  rows: readonly SideBySideRow[],
): Html {
  const layout = width === "narrow" && stacks.length <= STACKS_ON_A_PHONE ? "dense" : `cards ${width}`;
  return html`<table role="table" class="${layout}">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${corner}</th>${stacks.map(
    (stack) => html`<th role="columnheader" scope="col">${stack}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${rows.map((row) => rowMarkup(row, stacks))}</tbody>
</table>`;
}

function rowMarkup({ head, cells, group, about }: SideBySideRow, stacks: readonly string[]): Html {
  return html`${
    group !== undefined &&
    html`<tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="${stacks.length + 1}">${group}</th></tr>`
  }<tr role="row" data-item${about !== undefined && html` data-of="${about}"`}><th role="rowheader" scope="row">${head}</th>${
    cells.length === 1 && stacks.length > 1
      ? html`<td role="cell" colspan="${stacks.length}">${cells} <small>in all stacks</small></td>`
      : cells.map((cell, index) => html`<td role="cell" data-stack="${stacks[index]}">${cell}</td>`)
  }</tr>
`;
}
