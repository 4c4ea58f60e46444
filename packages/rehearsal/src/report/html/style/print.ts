/** On paper: no controls, no page break inside a finding, and links say where they lead. */
export const print = `
@media print {
  :root { --ground: #fff; --sunk: #f4f4f4; }
  nav, search, .skip { display: none !important; }
  html { font-size: 10pt; }
  .finding, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .tree > li { content-visibility: visible; }
  .more a::after { content: " (" attr(href) ")"; }
}
`;
