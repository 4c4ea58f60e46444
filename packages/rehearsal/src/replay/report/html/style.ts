/** What the replay's page adds to the rehearsal's style. Colours are the theme's, so light and dark hold for charts too. */
export const replayStyle = `
.answer.unjudged { background: var(--sunk); }
.verdicts { list-style: none; padding: 0; margin-block-start: 1rem; }
.verdicts li { margin-block: .35rem; max-width: 90ch; }
.incidents { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); }
.incident { background: var(--paper); border: 1px solid var(--line); border-inline-start: 4px solid var(--good-fill); border-radius: 4px 10px 10px 4px; padding: 1rem 1.1rem; min-width: 0; }
.incident.bad-news { border-inline-start-color: var(--bad-fill); }
.incident h3 { margin: 0; }
.incident p { margin-block-start: .3rem; font-size: .95rem; }
.incident .seen { font-weight: 650; }
.chart { display: block; width: 100%; height: auto; margin-block-start: .6rem; overflow: visible; }
.chart .grid { stroke: var(--line); stroke-width: 1; }
.chart .axis { fill: var(--soft); font-size: 12px; }
.chart .value { fill: none; stroke: var(--link); stroke-width: 1.8; stroke-linejoin: round; }
.chart .threshold { stroke: var(--bad); stroke-width: 1.4; stroke-dasharray: 6 4; }
.chart .fired { stroke: var(--bad-fill); stroke-width: 5; fill: var(--bad-fill); }
.chart circle.fired { stroke: none; }
.during { fill: var(--warn-fill); opacity: .22; }
.during.missed { fill: var(--bad-fill); opacity: .35; }
.legend { font-size: .9rem; color: var(--soft); display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin-block-end: .9rem; }
.legend i { display: inline-block; width: 1.1em; height: .7em; margin-inline-end: .45em; vertical-align: baseline; }
.legend .shade { background: var(--warn-fill); opacity: .4; } .legend .line { height: 0; border-block-start: 2px solid var(--link); vertical-align: middle; }
.legend .dash { height: 0; border-block-start: 2px dashed var(--bad); vertical-align: middle; } .legend .dot { background: var(--bad-fill); border-radius: 99px; width: .7em; }
.legend .quiet { background: var(--link); }
.beyond { font-size: .9rem; color: var(--soft); }
.timeline { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: .5rem .9rem; }
.timeline > div { display: grid; grid-template-columns: minmax(0, 17rem) minmax(0, 1fr); gap: .1rem .8rem; align-items: center; padding-block: .12rem; font-size: .88rem; }
.timeline svg { width: 100%; height: 1.5rem; background: var(--sunk); border-radius: 3px; display: block; }
.timeline .mark { fill: var(--link); } .timeline .mark.page { fill: var(--bad-fill); }
.timeline .scale time { color: var(--soft); } .timeline .scale span:last-child { display: flex; justify-content: space-between; }
.alerts td small { display: block; }
.alerts th:first-child { width: 34%; } .alerts .number { width: 6.5rem; } .alerts .severity { width: 6rem; }
.reasons { margin: 0; font-size: .95rem; } .reasons dt { font-weight: 600; margin-block-start: .5rem; } .reasons dd { margin: 0; }
@media (max-width: 40rem) { .chart .axis { font-size: 21px; } .alerts caption { display: block; padding: .6rem .8rem; } .timeline > div { grid-template-columns: 1fr; } .timeline .scale span:first-child { display: none; } .alerts thead { display: none; } .alerts, .alerts tbody { display: block; } .alerts tr { display: grid; grid-template-columns: repeat(3, 1fr); gap: .2rem .6rem; padding: .6rem .8rem; } .alerts tr + tr { border-block-start: 1px solid var(--line); } .alerts tr > * { padding: 0; border: 0 !important; } .alerts th, .alerts .saw { grid-column: 1 / -1; } .alerts th:first-child, .alerts .number, .alerts .severity { width: auto; } .alerts td[data-name]::before { content: attr(data-name); display: block; font-size: .78rem; color: var(--soft); } }
@media print { .incident { break-inside: avoid; } }
`;
