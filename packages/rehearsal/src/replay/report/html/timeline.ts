import { scaleLinear } from "d3-scale";
import { type Html, html } from "../../../report/html/escape";
import type { ReplayDocument, RuleOutcome } from "../../outcome";

const WIDTH = 1000;
const ROW = 16;
const TOP = 4;

/** Every rule as a line through the months: incidents shaded, each firing a mark. */
export function timelineMarkup({ data, incidents, rules }: ReplayDocument): Html {
  const [from, to] = [Date.parse(data.from), Date.parse(data.to)];
  const x = scaleLinear([from, to], [0, WIDTH]);
  const at = (moment: string) => Math.round(x(Date.parse(moment)) * 10) / 10;
  const wide = (start: string, end: string) => Math.max(1.5, at(end) - at(start));
  const bands = incidents.map(
    ({ start, end, state }) =>
      html`<rect class="${state === "in time" ? "during" : "during missed"}" x="${at(start)}" y="0" width="${wide(start, end)}" height="${TOP * 2 + ROW}"/>`,
  );
  return html`<div class="timeline">${rules.map((rule) => rowMarkup(rule, bands, data.to, at, wide))}
<div class="scale"><span></span><span><time>${data.from.slice(0, 10)}</time><time>${data.to.slice(0, 10)}</time></span></div></div>`;
}

function rowMarkup(
  rule: RuleOutcome,
  bands: readonly Html[],
  end: string,
  at: (moment: string) => number,
  wide: (start: string, end: string) => number,
): Html {
  const fired = rule.firings.length;
  return html`<div><span>${rule.alert} <small>${rule.severity}</small></span><svg viewBox="0 0 ${WIDTH} ${TOP * 2 + ROW}" preserveAspectRatio="none" role="img" aria-label="${rule.alert}: ${fired === 1 ? "fired once" : `fired ${fired} times`}">${bands}${rule.firings
    .slice(0, 500)
    .map(
      ({ firedAt, resolvedAt }) =>
        html`<rect class="${rule.pages ? "mark page" : "mark"}" x="${at(firedAt)}" y="${TOP}" width="${wide(firedAt, resolvedAt ?? end)}" height="${ROW}"/>`,
    )}</svg></div>`;
}
