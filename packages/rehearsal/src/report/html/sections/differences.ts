import {
  counted,
  type Differences,
  listed,
  type PresenceGroup,
  type PropertyGroup,
  type ResourceLabel,
} from "../../view";
import { breakable, comparedValues } from "../compared-values";
import { type Html, html } from "../escape";
import { type SideBySideRow, sideBySide } from "../side-by-side";
import type { Section } from "./section";

/** Where the stacks are not alike: what reviewers look for. */
export function differencesSection(stacks: readonly string[], differences: Differences): Section {
  const { presence, properties, onlyNames } = differences;
  const count =
    presence.reduce((total, group) => total + group.count, 0) +
    properties.reduce((total, { rows }) => total + rows.length, 0);
  return {
    id: "differences",
    title: "What differs between the stacks",
    short: "Differences",
    count,
    body: html`${count === 0 && html`<p class="none">The stacks are alike.</p>`}${presence.map(presenceMarkup)}${
      properties.length > 0 &&
      html`<h3>Same resource, other values</h3>
${sideBySide(
  "Marked where a value is not what most stacks have",
  "Property",
  stacks,
  "wide",
  properties.flatMap((group) => propertyRows(group, "not set")),
)}`
    }${
      onlyNames > 0 &&
      html`<p class="aside">Left out: ${counted(onlyNames, "value")} that differ only by the stack's own name or a generated id. Each stands with its resource below.</p>`
    }`,
  };
}

function presenceMarkup({ stacks, count, types }: PresenceGroup): Html {
  return html`<h3>Only in ${listed(stacks)} <small>${counted(count, "resource")}</small></h3>
<dl class="presence">${types.map(
    ({ type, names }) =>
      html`<div data-item data-stacks="${stacks.join(" ")}"><dt class="type">${breakable(type)}</dt><dd>${names.map((name) => html`<span>${breakable(name)}</span> `)}</dd></div>`,
  )}</dl>
`;
}

/** Properties under the names of the resources that have them. */
export function propertyRows({ resources, rows }: PropertyGroup, absent: string): SideBySideRow[] {
  const [first, ...others] = resources;
  if (!first) return [];
  const group = html`${labelMarkup(first)}${
    others.length > 0 &&
    html`<details><summary>and ${counted(others.length, "more", "more")} alike</summary>${others.map(({ name }) => name).join(", ")}</details>`
  }`;
  return rows.map(({ path, values }, index) => ({
    ...(index === 0 && { group }),
    about: `${resources.map(({ name }) => name).join(" ")} ${first.type}`,
    head: html`<code>${breakable(path)}</code>`,
    cells: comparedValues(values, absent),
  }));
}

function labelMarkup({ name, type }: ResourceLabel): Html {
  return html`${name} <span class="type">${breakable(type)}</span>`;
}
