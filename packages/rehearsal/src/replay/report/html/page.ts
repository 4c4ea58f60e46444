import { Html, html } from "../../../report/html/escape";
import { stylesheet } from "../../../report/html/style";
import { type IncidentOutcome, IncidentState, lengthOf, type ReplayDocument, type RuleOutcome } from "../../outcome";
import { answerOf, detectionsOf, seenBy, subjectOf } from "../words";
import { chartMarkup } from "./chart";
import { replayStyle } from "./style";
import { timelineMarkup } from "./timeline";

/** The page runs no script and asks for nothing. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** A replay as one page that needs nothing but itself. */
export function replayPage(document: ReplayDocument): string {
  const { project, stack, incidents, rules, notReplayed, notPlayed, data } = document;
  const headline = headlineOf(document);
  const sections = [
    ...(incidents.length > 0 ? [section("incidents", "Incidents", incidents.length, incidentsMarkup(incidents))] : []),
    section(
      "timeline",
      "Through the months",
      undefined,
      html`${timelineLegend(incidents.length > 0)}${timelineMarkup(document)}`,
    ),
    section("alerts", "Alerts", rules.length, alertsMarkup(document)),
    ...(notReplayed.length > 0
      ? [
          section(
            "not-replayed",
            "Not replayed",
            notReplayed.length,
            reasonsMarkup(notReplayed.map(({ name, reason }) => [name, reason])),
          ),
        ]
      : []),
    ...(notPlayed.length > 0
      ? [
          section(
            "not-played",
            "Not played",
            notPlayed.length,
            reasonsMarkup(notPlayed.map(({ id, reason }) => [id, reason])),
          ),
        ]
      : []),
  ];
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${headline} · replay of ${project}</title>
<link rel="icon" href="data:,">
<style>${new Html(stylesheet + replayStyle)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="answer ${stateOf(document)}">
<p class="kicker">Replay of <b>${project}</b> · ${stack} · <time>${data.from.slice(0, 10)}</time> to <time>${data.to.slice(0, 10)}</time></p>
<h1>${headline}</h1>
<ul class="verdicts">${document.verdicts.map(({ target, met, found }) => html`<li><span class="${met === undefined ? "soft" : met ? "good" : "bad"}">${met === undefined ? "·" : met ? "✓" : "✕"}</span> ${target}: <b>${found}</b></li>`)}</ul>
</header>
<nav aria-label="Contents"><ul>${sections.map(({ id, title, count }) => html`<li><a href="#${id}">${title}${count !== undefined && html` <span class="count">${count}</span>`}</a></li>`)}</ul></nav>
<main id="main">
${sections.map(
  ({ id, title, body }) => html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${body}</section>
`,
)}
</main>
<footer><p>${subjectOf(document)}. The rules are the program's own. The same in full, for programs: <code>replay.json</code>.</p></footer>
</body>
</html>
`.markup;
}

interface PageSection {
  id: string;
  title: string;
  count: number | undefined;
  body: Html;
}

function section(id: string, title: string, count: number | undefined, body: Html): PageSection {
  return { id, title, count, body };
}

function headlineOf(document: ReplayDocument): string {
  const answer = answerOf(document);
  if (answer === undefined)
    return document.data.origin === "recorded"
      ? "What the alerts would have done"
      : `${document.stack} wakes nobody, and is not judged`;
  return answer ? "✓ The alerts see what goes wrong, and are quiet otherwise" : "✕ The alerts are not good enough";
}

function stateOf(document: ReplayDocument): string {
  const answer = answerOf(document);
  return answer === undefined ? "unjudged" : answer ? "clear" : "blocked";
}

function incidentsMarkup(incidents: readonly IncidentOutcome[]): Html {
  return html`<p class="legend"><span><i class="shade"></i>the incident</span><span><i class="line"></i>what the alert measures</span><span><i class="dash"></i>its threshold</span><span><i class="dot"></i>it fires</span></p>
<div class="incidents">${incidents.map(incidentMarkup)}</div>`;
}

function incidentMarkup(incident: IncidentOutcome): Html {
  const { id, what, severity, withinMinutes, state, by, detectedBy, expectedInVain, chart } = incident;
  const good = state === IncidentState.InTime;
  const others = detectedBy
    .filter(({ rule }) => rule !== by?.rule)
    .map(({ alert, afterMinutes }) => `${alert} in ${lengthOf(afterMinutes)}`);
  return html`<article class="incident ${!good && "bad-news"}" id="incident-${id}"><h3>${id} <small>${severity}, to be seen within ${lengthOf(withinMinutes)}</small></h3>
<p>${what}.</p>
<p class="seen ${good ? "good" : "bad"}">${by === undefined ? "✕ Missed: nothing that is urgent enough fired" : `${good ? "✓" : "✕ Late:"} after ${lengthOf(by.afterMinutes)} by ${seenBy(by)}`}</p>
${others.length > 0 && html`<p class="meta">Also ${others.join(", ")}</p>`}
${expectedInVain.length > 0 && html`<p class="warn">Silent, and there to see it: ${expectedInVain.join(", ")}</p>`}
${chart && html`<p class="meta">${chart.condition}${chart.of !== "" && ` · ${chart.of}`}</p>${chartMarkup(chart, `${chart.alert} around ${id}`)}`}
</article>`;
}

function timelineLegend(generated: boolean): Html {
  return html`<p class="legend">${generated && html`<span><i class="shade"></i>an incident</span>`}<span><i class="dot"></i>a page</span><span><i class="quiet"></i>another alert</span></p>`;
}

function alertsMarkup({ rules, data }: ReplayDocument): Html {
  const generated = data.origin === "generated";
  const number = generated ? "False alarms a month" : "Fired";
  return html`<table class="alerts"><caption>${generated ? "False alarms are those of the same months without any incident." : "Each time that an alert would have fired."}</caption>
<thead><tr><th scope="col">Alert</th><th scope="col" class="severity">Severity</th><th scope="col" class="number">${number}</th><th scope="col" class="number">Flaps</th><th scope="col">${generated ? "Saw" : "Remarks"}</th></tr></thead>
<tbody>${rules.map((rule) => alertRow(rule, number))}</tbody></table>`;
}

function alertRow(rule: RuleOutcome, number: string): Html {
  const { alert, name, severity, pages, condition, falseAlarmsPerMonth, firings, flaps, remarks } = rule;
  const loud = pages && (falseAlarmsPerMonth ?? 0) > 0;
  return html`<tr><th scope="row">${alert}<br><small>${condition}</small><br><small>${name}</small></th><td class="severity" data-name="Severity">${severity}${pages && html` <small>wakes somebody</small>`}</td><td class="number" data-name="${number}"><span class="${loud && "bad"}">${falseAlarmsPerMonth ?? firings.length}</span></td><td class="number" data-name="Flaps">${flaps}</td><td class="saw">${detectionsOf(rule)}${remarks.map((remark) => html` <span class="label">${remark}</span>`)}</td></tr>
`;
}

function reasonsMarkup(rows: readonly (readonly [string, string])[]): Html {
  return html`<dl class="reasons none">${rows.map(([name, reason]) => html`<dt>${name}</dt><dd>${reason}</dd>`)}</dl>`;
}
