/** Tables with a column for each stack; on a narrow screen each row is a card that names its stacks itself. */
export const tables = `
table { width: 100%; border-collapse: separate; border-spacing: 0; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; font-size: .95rem; table-layout: fixed; }
caption { text-align: start; color: var(--soft); font-size: .9rem; padding-block-end: .5rem; }
th, td { text-align: start; vertical-align: baseline; padding: .42rem .9rem; font-weight: 400; overflow-wrap: anywhere; }
th:first-child { width: 30%; }
thead th { font-weight: 650; border-block-end: 1px solid var(--rule); }
tbody tr + tr > * { border-block-start: 1px solid var(--line); }
.group th { font-weight: 650; padding-block-start: .9rem; }
tbody .group + tr > * { border-block-start: 0; }
.group .type { font-weight: 400; }
.absent { color: var(--soft); } mark .absent { color: inherit; }
tr[hidden] { display: none; }
td > .good { font-weight: 650; }
.bar { display: flex; gap: 2px; height: .55rem; border-radius: 99px; overflow: hidden; background: var(--sunk); }
.bar i { min-width: 4px; flex: 0 0 0; }
.bar .good { background: var(--good-fill); } .bar .bad { background: var(--bad-fill); } .bar .warn { background: var(--warn-fill); }
.bar .unsure { background: var(--unsure-fill); } .bar .waived { background: var(--waived-fill); }
@media (max-width: 40rem) {
  .dense { font-size: .83rem; }
  .dense th, .dense td { padding: .4rem .15rem; }
  .dense thead th { font-size: .77rem; }
  .dense th:first-child { width: 33%; padding-inline-start: .7rem; }
  .cards, .cards caption { display: block; border: 0; background: none; }
  .cards tbody { display: block; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; }
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards tr { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr)); gap: .3rem .6rem; padding: .55rem .8rem; }
  .cards.narrow tr { grid-template-columns: repeat(auto-fit, minmax(4.5rem, 1fr)); }
  .cards tr[hidden] { display: none; }
  .cards tbody tr + tr { border-block-start: 1px solid var(--line); }
  .cards tbody tr + tr > * { border: 0; }
  .cards tbody .group + tr { border: 0; padding-block-start: 0; }
  .cards th, .cards td { padding: 0; }
  .cards tbody th, .cards td[colspan] { grid-column: 1 / -1; }
  .cards th:first-child { width: auto; }
  .cards .group th { padding-block-start: .3rem; }
  .cards td::before { content: attr(data-stack); display: block; font-size: .78rem; color: var(--soft); }
  .cards td[colspan]::before { content: none; }
}
`;
