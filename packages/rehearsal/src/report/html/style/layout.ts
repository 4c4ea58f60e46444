/** The frame: the answer on top, contents, filter, sections one below the other. */
export const layout = `
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; z-index: 9; background: var(--paper); padding: .5rem 1rem; }
.answer, nav, search, main, footer { padding-inline: max(1rem, (100% - 68rem) / 2); }
.answer { padding-block: clamp(1.5rem, 4vw, 3rem) clamp(1.25rem, 3vw, 2.25rem); border-block-end: 1px solid var(--line); background: var(--good-ground); }
.answer.blocked, .answer.stopped { background: var(--bad-ground); }
.kicker { margin-block-end: .75rem; font-size: .95rem; }
.kicker b { color: var(--ink); }
.sign { color: var(--good); margin-inline-end: .1em; }
.blocked .sign, .stopped .sign { color: var(--bad); }
.reason { margin-block-start: .75rem; font-size: 1.05rem; max-width: 60ch; }
.obstacles { display: grid; gap: 1.25rem 2.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); margin-block-start: 1.5rem; }
.obstacles h2 { font-size: 1.05rem; }
.obstacles h2 small { margin-inline-start: .3em; }
.obstacles ul { padding-inline-start: 1.1rem; margin-block-start: .35rem; }
.obstacles li { margin-block: .2rem; }
.obstacles li span { color: var(--soft); }
nav { background: var(--paper); border-block-end: 1px solid var(--line); }
nav ul { list-style: none; padding: .6rem 0; display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; }
nav a { display: inline-block; padding: .3rem 0; text-decoration: none; font-size: .95rem; }
nav a:hover { text-decoration: underline; }
.count { color: var(--soft); font-size: .85em; } .count.bad { color: var(--bad); }
search { position: sticky; top: 0; z-index: 2; background: var(--ground); border-block-end: 1px solid var(--line); padding-block: .6rem; display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; }
search[hidden], search label[hidden] { display: none; }
search label { display: flex; align-items: center; gap: .5rem; font-size: .9rem; }
search .text { flex: 1 1 16rem; }
input, select { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--rule); border-radius: 6px; padding: .35rem .6rem; min-width: 0; }
input { width: 100%; }
::placeholder { color: var(--soft); opacity: 1; }
output { font-size: .9rem; color: var(--soft); }
main { padding-block-end: 3rem; }
main > section { padding-block-start: 2.75rem; }
main > section > h2 { margin-block-end: 1rem; }
.aside { margin-block: .9rem 1rem; font-size: .95rem; max-width: 75ch; }
.none { padding: .9rem 1.1rem; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; }
footer { padding-block: 1.5rem 3rem; border-block-start: 1px solid var(--line); font-size: .9rem; color: var(--soft); }
@media (max-width: 40rem) {
  search { position: static; }
  search .text { flex-basis: 100%; }
  html { scroll-padding-top: 1rem; }
}
`;
