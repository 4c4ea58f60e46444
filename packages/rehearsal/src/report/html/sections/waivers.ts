import { daysLeftWords, endsSoon, type RehearsalView, type WaiverRow } from "../../view";
import { type Html, html } from "../escape";
import { stackLabels } from "../stack-names";
import type { ResourceAnchors } from "./resources";
import type { Section } from "./section";

/** Every waiver with its owner and the days that it still holds; those that are not in use too. */
export function waiversSection({ waivers, stacks }: RehearsalView, anchors: ResourceAnchors): Section {
  return {
    id: "waivers",
    title: "Waivers",
    count: waivers.length,
    alarming: waivers.some(endsSoon),
    body:
      waivers.length === 0
        ? html`<p class="none">No waiver is in use.</p>`
        : html`<ul class="waivers">${waivers.map((waiver) => waiverMarkup(waiver, stacks.length, anchors))}</ul>`,
  };
}

function waiverMarkup(waiver: WaiverRow, stackCount: number, anchors: ResourceAnchors): Html {
  const { rule, what, expires, owner, used, stacks } = waiver;
  return html`<li data-item data-stacks="${stacks.join(" ")}"><code>${rule}</code> ${subject(waiver, anchors)}${stackLabels(stacks, stackCount)}
<p class="meta"><b${endsSoon(waiver) && html` class="warn"`}>${daysLeftWords(waiver)}</b>${expires && html` · until <time datetime="${expires}">${expires}</time>`}${owner && html` · ${owner}`}</p>
<p>${!used && html`<b>Not in use:</b> `}${what}</p></li>
`;
}

function subject({ resource, selector }: WaiverRow, anchors: ResourceAnchors): Html {
  if (selector !== undefined) return html`<b>${selector}</b>`;
  if (!resource) return html`<b>The stack as a whole</b>`;
  const anchor = anchors.of(resource.urn);
  const name = anchor === undefined ? html`<b>${resource.name}</b>` : html`<a href="#${anchor}">${resource.name}</a>`;
  return html`${name} <span class="type">${resource.type}</span>`;
}
