import type { RehearsalView } from "../../view";
import { html } from "../escape";
import { stackLabels } from "../stack-names";
import type { ResourceAnchors } from "./resources";
import type { Section } from "./section";

/** What Azure, as simulated, does not accept. */
export function refusalsSection({ refusals, stacks }: RehearsalView, anchors: ResourceAnchors): Section {
  return {
    id: "refusals",
    title: "Refused by Azure",
    short: "Refusals",
    count: refusals.length,
    alarming: refusals.length > 0,
    body: refusals.map(
      ({
        code,
        status,
        resource,
        message,
        stacks: where,
      }) => html`<article class="finding critical" data-item data-stacks="${where.join(" ")}">
<h4>${code} ${status > 0 && html`<small>HTTP ${status}</small>`}</h4>
<p class="meta"><a href="#${anchors.of(resource.urn) ?? "resources"}">${resource.name}</a> <span class="type">${resource.type}</span>${stackLabels(where, stacks.length)}</p>
<p class="message">${message}</p>
</article>
`,
    ),
  };
}

/** Programs that stopped, each with its own stack trace. */
export function errorsSection({ programErrors }: RehearsalView): Section {
  return {
    id: "errors",
    title: "Program errors",
    count: programErrors.length,
    alarming: true,
    body: programErrors.map(
      ({ stack, trace }) => html`<article class="finding critical" data-item data-stacks="${stack}"><h4>${stack}</h4>
<pre>${trace.trim()}</pre></article>
`,
    ),
  };
}
