import { type Finding, isStopping, listed, moment, type RehearsalView, shorten, whatStops } from "../../view";
import { type Html, html } from "../escape";

/** Things that stop a stack which the answer names; the rest is below. */
const NAMED = 5;

const signs = { clear: "✓", blocked: "✕", stopped: "✕" } as const;

/** The top of the page: can this be deployed, and what stops it. */
export function answerMarkup(view: RehearsalView): Html {
  const { answer, project, summaries, words } = view;
  const modes = listed([...new Set(summaries.map(({ mode }) => mode))]);
  return html`<header class="answer ${answer.state}">
<p class="kicker">${words.subject} of <b>${project}</b> · ${modes} · <time datetime="${view.at}">${moment(view.at)}</time></p>
<h1><span class="sign" aria-hidden="true">${signs[answer.state]}</span> ${answer.headline}</h1>
${answer.state === "clear" ? answer.reasons.map((reason) => html`<p class="reason">${reason}.</p>`) : obstacles(view)}
</header>
`;
}

function obstacles(view: RehearsalView): Html {
  const held = view.summaries.filter(({ state }) => state !== "clear");
  return html`<div class="obstacles">${held.map((summary) => {
    const named = [
      ...view.programErrors
        .filter(({ stack }) => stack === summary.stack)
        .map(({ trace }) => html`<li><a href="#errors">${firstLine(trace)}</a></li>`),
      ...view.refusals
        .filter(({ stacks }) => stacks.includes(summary.stack))
        .map(
          ({ code, resource }) =>
            html`<li><a href="#refusals">${resource.name}</a> <span>Azure refuses it: ${code}</span></li>`,
        ),
      ...view.violations.flatMap((finding) => stopping(finding, summary.stack)),
    ];
    return html`<div><h2>${summary.stack} <small>${whatStops(summary)}</small></h2>
<ul>${named.slice(0, NAMED)}${named.length > NAMED && html`<li><a href="#violations">and ${named.length - NAMED} more</a></li>`}</ul></div>`;
  })}</div>`;
}

function stopping({ id, places }: Finding, stack: string): Html[] {
  const here = places.filter(({ stacks }) => stacks.some((one) => one.stack === stack && isStopping(one.level)));
  const [first] = here;
  if (!first) return [];
  const names = here.slice(0, 3).map(({ resource }) => resource?.name ?? "the stack");
  const more = here.length > names.length ? [`${here.length - names.length} more`] : [];
  return [
    html`<li><a href="#${id}">${listed([...names, ...more])}</a> <span>${shorten(first.what.join(" "))}</span></li>`,
  ];
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0] ?? "";
}
