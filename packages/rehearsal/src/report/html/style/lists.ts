/** Findings as cards, resources as a tree, labels. */
export const lists = `
.label { display: inline-block; font-size: .8rem; line-height: 1.35; padding: .05rem .45rem; border: 1px solid var(--line); border-radius: 99px; background: var(--sunk); color: var(--ink); white-space: nowrap; }
.label small { font-size: 1em; }
.label.stops { background: var(--bad-ground); border-color: transparent; color: var(--bad); }
.label.stops small { color: inherit; }
.finding { background: var(--paper); border: 1px solid var(--line); border-inline-start: 4px solid var(--unsure-fill); border-radius: 4px 10px 10px 4px; padding: 1rem 1.25rem; margin-block: .75rem; }
.finding.critical, .finding.high { border-inline-start-color: var(--bad-fill); }
.finding.medium { border-inline-start-color: var(--warn-fill); }
.finding.calm { border-inline-start-color: var(--waived-fill); }
.finding:target { outline: 2px solid var(--link); outline-offset: 2px; }
.finding[hidden] { display: none; }
.meta { font-size: .9rem; margin-block-start: .15rem; }
.places { list-style: none; padding: 0; margin-block-start: .6rem; }
.places > li { padding-block: .5rem; border-block-start: 1px solid var(--line); }
.places > li > p, .message { margin-block-start: .1rem; max-width: 75ch; white-space: pre-line; }
.message { margin-block-start: .5rem; }
.fix { margin-block-start: .25rem; padding: .55rem .8rem; background: var(--sunk); border-radius: 6px; max-width: 80ch; white-space: pre-line; }
.fix b { margin-inline-end: .4em; }
.more { margin-block-start: .5rem; font-size: .9rem; }
pre { margin: .6rem 0 0; padding: .8rem 1rem; background: var(--sunk); border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; }
.presence { margin: 0; font-size: .95rem; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: .3rem .9rem; }
.presence > div { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 2.4fr); gap: .1rem 1rem; padding-block: .4rem; }
.presence > div + div { border-block-start: 1px solid var(--line); }
.presence > div[hidden] { display: none; }
.presence dd { margin: 0; } .presence dd span { margin-inline-end: .8em; display: inline-block; overflow-wrap: anywhere; }
@media (max-width: 40rem) { .presence > div { grid-template-columns: 1fr; } }
.waivers { list-style: none; padding: .2rem 1.25rem; background: var(--paper); border: 1px solid var(--line); border-inline-start: 4px solid var(--waived-fill); border-radius: 4px 10px 10px 4px; }
.waivers > li { padding-block: .6rem; } .waivers > li + li { border-block-start: 1px solid var(--line); }
.waivers p { margin-block-start: .15rem; max-width: 75ch; white-space: pre-line; }
.notes { padding-inline-start: 1.2rem; } .notes li { margin-block: .4rem; max-width: 80ch; }
summary { cursor: pointer; }
.tree, .tree ul { list-style: none; padding: 0; }
.tree { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: .4rem 1rem; }
.tree > li { content-visibility: auto; contain-intrinsic-block-size: auto 2.2rem; }
.tree > li + li { border-block-start: 1px solid var(--line); }
.tree summary { padding-block: .38rem; overflow-wrap: anywhere; }
.tree ul { margin-inline-start: .45rem; padding-inline-start: 1rem; border-inline-start: 1px solid var(--line); margin-block-end: .5rem; }
.tree .name { font-weight: 600; }
.tree .arguments { margin-inline-start: 1.45rem; font-size: .9rem; color: var(--soft); }
.inputs { padding: .2rem 0 .7rem 1.2rem; color: var(--ink); overflow-wrap: anywhere; }
.inputs p { padding-inline-start: 1.2em; text-indent: -1.2em; }
.inputs i { font-style: normal; color: var(--soft); margin-inline-end: .5em; }
.inputs .differs { background: var(--mark); color: var(--mark-ink); border-radius: 3px; } .inputs .differs i { color: inherit; }
.inputs b { font-weight: 600; margin-inline-start: .6em; }
.inputs .urn { color: var(--soft); margin-block-start: .4rem; }
.inputs .violates { font-family: var(--text); font-size: 1rem; }
`;
