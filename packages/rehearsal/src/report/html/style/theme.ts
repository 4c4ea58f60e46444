/** Colours and type. Every pair of text and ground has a contrast of at least 4.5 to 1, light and dark. */
export const theme = `
:root {
  color-scheme: light dark;
  --ground: #f5f6f8; --paper: #ffffff; --sunk: #eef0f3; --line: #d9dde3; --rule: #c3c9d2;
  --ink: #171b21; --soft: #545d69; --link: #0b57c2;
  --good: #14652f; --good-ground: #e3f4e8; --good-fill: #3aa35c;
  --bad: #a3122a; --bad-ground: #fdeaec; --bad-fill: #d33a4f;
  --warn: #7a4b00; --warn-ground: #fdf1d8; --warn-fill: #dd9c22;
  --mark: #fff3c9; --mark-ink: #3d2f00; --unsure-fill: #9aa3b0; --waived-fill: #7d8fd6;
  --text: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --code: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1217; --paper: #171b22; --sunk: #20252e; --line: #2d343f; --rule: #414a58;
    --ink: #e7ebf0; --soft: #a2acb9; --link: #86b7ff;
    --good: #74d694; --good-ground: #12291b; --good-fill: #3f9f5f;
    --bad: #ff9aa5; --bad-ground: #351519; --bad-fill: #e0566a;
    --warn: #f0bd5e; --warn-ground: #2e2310; --warn-fill: #c68a1f;
    --mark: #40360f; --mark-ink: #ffe9a6; --unsure-fill: #6d7787; --waived-fill: #7282c9;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.55 var(--text); -webkit-text-size-adjust: 100%; scroll-padding-top: 5rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
code, pre, .inputs { font-family: var(--code); font-size: .86em; }
code { overflow-wrap: anywhere; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: from-font; }
a:focus-visible, summary:focus-visible, input:focus-visible, select:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
h1, h2, h3, h4, p, ul { margin: 0; }
h1 { font-size: clamp(1.65rem, 1.1rem + 2.6vw, 2.6rem); line-height: 1.15; font-weight: 680; letter-spacing: -.02em; text-wrap: balance; }
h2 { font-size: 1.35rem; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; }
h3 { font-size: 1rem; font-weight: 650; margin: 1.75rem 0 .75rem; }
h4 { font-size: 1rem; font-weight: 650; line-height: 1.35; }
small { font-size: .85em; font-weight: 400; color: var(--soft); }
.type, .aside, .none, .meta, .kicker { color: var(--soft); }
.good { color: var(--good); } .bad { color: var(--bad); font-weight: 650; } .warn { color: var(--warn); font-weight: 650; }
mark { background: var(--mark); color: var(--mark-ink); border-radius: 3px; padding: .05em .3em; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
`;
