import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { type Html, html } from "../../../report/html/escape";
import { type Chart, lengthOf } from "../../outcome";

const WIDTH = 640;
const HEIGHT = 200;
const EDGE = { left: 60, right: 14, top: 12, bottom: 32 };

/** What a rule measured around an incident: the incident's time shaded, the threshold dashed, each firing marked. */
export function chartMarkup(chart: Chart, label: string): Html {
  const { points, threshold, fired, minutes } = chart;
  const times = points.map(([minute]) => minute);
  const values = points.flatMap(([, value]) => (value === null ? [] : [value]));
  const [first = 0, last = 1] = [times[0], times.at(-1)];
  const x = scaleLinear([first, last], [EDGE.left, WIDTH - EDGE.right]);
  const y = scaleLinear([Math.min(0, ...values), topOf(values, threshold)], [HEIGHT - EDGE.bottom, EDGE.top]).nice(4);
  const [, top = 1] = y.domain();
  const path = line<[number, number | null]>()
    .defined(([, value]) => value !== null)
    .x(([minute]) => round(x(minute)))
    .y(([, value]) => round(y(value ?? 0)))(points);
  const inside = threshold <= top;
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
<rect class="during" x="${round(x(0))}" y="${EDGE.top}" width="${round(x(Math.min(minutes, last)) - x(0))}" height="${HEIGHT - EDGE.top - EDGE.bottom}"/>
${y
  .ticks(4)
  .map(
    (tick) =>
      html`<line class="grid" x1="${EDGE.left}" x2="${WIDTH - EDGE.right}" y1="${round(y(tick))}" y2="${round(y(tick))}"/><text class="axis" x="${EDGE.left - 6}" y="${round(y(tick) + 4)}" text-anchor="end">${short(tick)}</text>`,
  )}
${timesBetween(first, last).map((tick) => html`<text class="axis" x="${round(x(tick))}" y="${HEIGHT - 8}" text-anchor="middle">${clock(tick)}</text>`)}
${inside && html`<line class="threshold" x1="${EDGE.left}" x2="${WIDTH - EDGE.right}" y1="${round(y(threshold))}" y2="${round(y(threshold))}"/>`}
<path class="value" d="${path ?? ""}"/>
${fired.map(
  ([from, to]) =>
    html`<line class="fired" x1="${round(x(from))}" x2="${round(x(Math.min(to ?? last, last)))}" y1="${EDGE.top + 3}" y2="${EDGE.top + 3}"/><circle class="fired" cx="${round(x(from))}" cy="${EDGE.top + 3}" r="4"/>`,
)}
</svg>${!inside && html`<p class="beyond">The threshold, ${short(threshold)}, is far above what is shown.</p>`}`;
}

/** Room for the threshold, unless it is so far above the values that they would be a flat line. */
function topOf(values: readonly number[], threshold: number): number {
  const highest = Math.max(...values, 0);
  return threshold <= highest * 8 || highest === 0 ? Math.max(highest, threshold) * 1.06 : highest * 1.06;
}

/** Round times before and after the start, four to seven of them. */
function timesBetween(first: number, last: number): number[] {
  const steps = [15, 30, 60, 120, 180, 360, 720, 1440, 2880];
  const step = steps.find((minutes) => (last - first) / minutes <= 6) ?? 5760;
  const times: number[] = [];
  for (let time = Math.ceil(first / step) * step; time <= last; time += step) times.push(time);
  return times;
}

function clock(minute: number): string {
  if (minute === 0) return "start";
  return `${minute < 0 ? "−" : "+"}${lengthOf(Math.abs(minute))}`;
}

const shortNumber = new Intl.NumberFormat("en-US", { notation: "compact", maximumSignificantDigits: 3 });

function short(value: number): string {
  return shortNumber.format(value);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
