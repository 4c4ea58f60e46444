import type { PropertyGroup } from "../../view";
import { html } from "../escape";
import { sideBySide } from "../side-by-side";
import { propertyRows } from "./differences";
import type { Section } from "./section";

/** What the price follows from. */
export function capacitiesSection(stacks: readonly string[], groups: readonly PropertyGroup[]): Section {
  const rows = groups.flatMap((group) => propertyRows(group, "none"));
  return {
    id: "cost",
    title: "What decides the cost",
    short: "Cost",
    count: rows.length,
    body:
      rows.length === 0
        ? html`<p class="none">No resource states a SKU, capacity or count.</p>`
        : sideBySide("SKUs, capacities, counts and retention of each resource", "Property", stacks, "wide", rows),
  };
}
