import { counted, type Finding, type Place, type RehearsalView, severityOrder } from "../../view";
import { type Html, type HtmlValue, html } from "../escape";
import { levelLabels, stackLabels } from "../stack-names";
import type { ResourceAnchors } from "./resources";
import type { Section } from "./section";

/** Places of one rule that are shown at once; the rest opens on demand. */
const SHOWN_PLACES = 8;

/** What the rules found wrong, the gravest first. */
export function violationsSection(view: RehearsalView, anchors: ResourceAnchors): Section {
  const bySeverity = severityOrder
    .map((severity) => ({ severity, found: view.violations.filter((finding) => finding.severity === severity) }))
    .filter(({ found }) => found.length > 0);
  return {
    id: "violations",
    title: "Violations",
    count: view.violations.length,
    alarming: view.violations.some(({ blocks }) => blocks),
    body:
      bySeverity.length === 0
        ? html`<p class="none">No rule is violated.</p>`
        : bySeverity.map(
            ({
              severity,
              found,
            }) => html`<h3>${severityWords(severity)} <small>${counted(found.length, "rule")}</small></h3>
${found.map((finding) => findingMarkup(finding, severity, (place) => levelLabels(place.stacks), anchors))}`,
          ),
  };
}

/** What the rules cannot tell before deployment, and why. */
export function undeterminedSection(view: RehearsalView, anchors: ResourceAnchors): Section {
  return {
    id: "undetermined",
    title: "Undetermined",
    count: view.undetermined.length,
    body:
      view.undetermined.length === 0
        ? html`<p class="none">Every rule could tell.</p>`
        : html`<p class="aside">${view.words.undeterminedWhy}</p>
${view.undetermined.map((finding) => findingMarkup(finding, "calm", labelsOf(view), anchors))}`,
  };
}

function labelsOf(view: RehearsalView): (place: Place) => Html {
  return ({ stacks }) =>
    stackLabels(
      stacks.map(({ stack }) => stack),
      view.stacks.length,
    );
}

function findingMarkup(
  finding: Finding,
  tone: string,
  labels: (place: Place) => HtmlValue,
  anchors: ResourceAnchors,
): Html {
  const { id, packs, rule, title, severity, fix, url, places } = finding;
  const items = places.map(
    (
      place,
    ) => html`<li data-item data-stacks="${place.stacks.map(({ stack }) => stack).join(" ")}">${subject(place, anchors)}${labels(place)}${place.what.map((what) => html`<p>${what}</p>`)}</li>
`,
  );
  return html`<article class="finding ${tone}" id="${tone === "calm" ? `calm-${id}` : id}" data-severity="${severity}">
<h4>${title}</h4>
<p class="meta"><code>${rule}</code> · ${packs.join(", ")}${severity !== "unspecified" && ` · ${severity}`}</p>
<ul class="places">${items.slice(0, SHOWN_PLACES)}</ul>
${
  items.length > SHOWN_PLACES &&
  html`<details><summary>${counted(items.length - SHOWN_PLACES, "more resource")}</summary><ul class="places">${items.slice(SHOWN_PLACES)}</ul></details>`
}
${fix !== undefined && tone !== "calm" && html`<p class="fix"><b>Fix</b> ${fix}</p>`}
${url !== undefined && html`<p class="more"><a href="${url}">About this rule</a></p>`}
</article>
`;
}

function subject({ resource }: Place, anchors: ResourceAnchors): Html {
  if (!resource) return html`<b>The stack as a whole</b>`;
  const anchor = anchors.of(resource.urn);
  const name = anchor === undefined ? html`<b>${resource.name}</b>` : html`<a href="#${anchor}">${resource.name}</a>`;
  return html`${name} <span class="type">${resource.type}</span>`;
}

function severityWords(severity: Finding["severity"]): string {
  return severity === "unspecified" ? "Without severity" : severity.charAt(0).toUpperCase() + severity.slice(1);
}
