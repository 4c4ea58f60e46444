import { createHash } from "node:crypto";
import type { RehearsalDocument } from "../../document";
import {
  capacities,
  differencesBetween,
  grouped,
  logicalResources,
  type RehearsalView,
  resourceTree,
  severityOrder,
  viewOf,
} from "../view";
import { Html, html } from "./escape";
import { filterScript } from "./filter-script";
import { answerMarkup } from "./sections/answer";
import { capacitiesSection } from "./sections/capacities";
import { differencesSection } from "./sections/differences";
import { undeterminedSection, violationsSection } from "./sections/findings";
import { notesSection } from "./sections/notes";
import { errorsSection, refusalsSection } from "./sections/refusals";
import { anchorsOf, resourcesSection } from "./sections/resources";
import { type Section, sectionMarkup } from "./sections/section";
import { stacksSection } from "./sections/stacks";
import { waiversSection } from "./sections/waivers";
import { stylesheet } from "./style";

/** The only script that the page may run, whatever text gets into it. */
const scriptHash = createHash("sha256").update(filterScript).digest("base64");
const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; img-src data:; base-uri 'none'; form-action 'none'`;

/** A rehearsal as one page that needs nothing but itself. */
export function reportPage(document: RehearsalDocument): string {
  const view = viewOf(document);
  const sections = sectionsOf(view);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${view.answer.headline} · ${view.words.subject.toLowerCase()} of ${view.project}</title>
<link rel="icon" href="data:,">
<style>${new Html(stylesheet)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
${answerMarkup(view)}
<nav aria-label="Contents"><ul>${sections.map(contentsEntry)}</ul></nav>
${filterMarkup(view)}
<main id="main">
${sections.map(sectionMarkup)}
</main>
<footer><p>${view.words.how} Secrets are never shown. The same in full, for programs: <code>rehearsal.json</code>.</p></footer>
<script>${new Html(filterScript)}</script>
</body>
</html>
`.markup;
}

function sectionsOf(view: RehearsalView): Section[] {
  const stacks = view.stacks.map(({ stack }) => stack);
  const resources = logicalResources(view.stacks);
  const tree = resourceTree(stacks, resources, view.violations);
  const anchors = anchorsOf(tree);
  return [
    ...(view.programErrors.length > 0 ? [errorsSection(view)] : []),
    stacksSection(view),
    ...(view.refusals.length > 0 ? [refusalsSection(view, anchors)] : []),
    violationsSection(view, anchors),
    ...(stacks.length > 1 ? [differencesSection(stacks, differencesBetween(stacks, resources))] : []),
    capacitiesSection(stacks, capacities(resources)),
    resourcesSection(stacks, tree, anchors),
    undeterminedSection(view, anchors),
    waiversSection(view, anchors),
    ...(view.notes.length > 0 ? [notesSection(view)] : []),
  ];
}

function contentsEntry({ id, title, short, count, alarming }: Section): Html {
  return html`<li><a href="#${id}">${short ?? title}${
    count !== undefined && html` <span class="count ${alarming && count > 0 && "bad"}">${grouped(count)}</span>`
  }</a></li>`;
}

/** Hidden until the script that it needs has run. */
function filterMarkup({ stacks, violations }: RehearsalView): Html {
  const severities = severityOrder.filter((severity) => violations.some((finding) => finding.severity === severity));
  return html`<search id="filter" hidden><label class="text"><span>Filter</span> <input id="filter-text" type="search" placeholder="resource, type, rule, property…" autocomplete="off" spellcheck="false"></label>
<label${stacks.length < 2 && html` hidden`}><span>Stack</span> <select id="filter-stack"><option value="">all stacks</option>${stacks.map(({ stack }) => html`<option>${stack}</option>`)}</select></label>
<label${severities.length < 2 && html` hidden`}><span>Severity</span> <select id="filter-severity"><option value="">any severity</option>${severities.map((severity) => html`<option>${severity}</option>`)}</select></label>
<output id="filter-result" aria-live="polite"></output></search>
`;
}
