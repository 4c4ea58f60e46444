import { type Html, html } from "./escape";

/**
 * A property's values as cells. Where all stacks have the same it is one cell; otherwise what is not as in most stacks
 * is marked, and of two values as common the one in the first stack counts as usual: a change starts its way there.
 */
export function comparedValues(values: readonly (string | undefined)[], absent: string): Html[] {
  const show = (value: string | undefined) =>
    value === undefined ? html`<span class="absent">${absent}</span>` : breakable(value);
  if (new Set(values).size === 1) return [show(values[0])];
  const count = (value: string | undefined) => values.filter((other) => other === value).length;
  const usual = values.reduce((most, value) => (count(value) > count(most) ? value : most), values[0]);
  return values.map((value) => (value === usual ? show(value) : html`<mark>${show(value)}</mark>`));
}

/** A text that may break between its words also where they are written as one: `DataZone|Provisioned|Managed`. */
export function breakable(text: string): Html {
  return html`${text.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[._/])(?=\w)/).map((part, index) => (index === 0 ? part : html`<wbr>${part}`))}`;
}
