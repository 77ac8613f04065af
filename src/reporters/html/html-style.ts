/** The style sheet of the HTML report. Every colour is a variable with a light and a dark value. */
export const HTML_STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --ink: #1b1f24; --dim: #57606a; --line: #d5dae0; --code: #f1f3f5;
  --error: #b42318; --error-soft: #fdecea; --warning: #8a5300; --warning-soft: #fdf3dc;
  --good: #1a6b3c; --link: #0b5cad;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1318; --card: #171c23; --ink: #e4e8ed; --dim: #9aa5b1; --line: #2c343e; --code: #10151b;
    --error: #ff8f85; --error-soft: #3a1b1a; --warning: #f0b95b; --warning-soft: #362911;
    --good: #6fd39b; --link: #7cb7ff;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
header, main, footer { max-width: 68rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.5rem; }
h1 { font-size: 1.4rem; margin: 0; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
h3 { font: 600 .9rem/1.4 ui-monospace, monospace; margin: 1.25rem 0 .5rem; }
code, pre, kbd { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .85rem; }
kbd { border: 1px solid var(--line); border-radius: 4px; padding: 0 .3rem; }
.verdict { font-size: 1.05rem; margin: .25rem 0 0; }
.dim { color: var(--dim); }
.count { color: var(--dim); font-weight: 400; }
.error > .severity, .verdict .error, .verdict .problem { color: var(--error); }
.warning > .severity, .verdict .warning { color: var(--warning); }
.verdict .good { color: var(--good); }
.filter {
  position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center;
  margin: 1rem 0; padding: .6rem 0; background: var(--page); border-bottom: 1px solid var(--line);
}
.filter input[type=search] {
  flex: 1 1 14rem; min-width: 0; padding: .45rem .6rem; font: inherit; color: inherit;
  background: var(--card); border: 1px solid var(--dim); border-radius: 6px;
}
.filter label { white-space: nowrap; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
ul { list-style: none; margin: 0; padding: 0; }
li.entry { background: var(--card); border: 1px solid var(--line); border-left-width: 4px; border-radius: 6px; padding: .6rem .8rem; margin: 0 0 .6rem; }
li.error { border-left-color: var(--error); }
li.warning { border-left-color: var(--warning); }
li p { margin: 0; }
.severity { font-weight: 700; }
.fix { color: var(--good); }
pre { margin: .5rem 0; padding: .5rem 0; overflow-x: auto; background: var(--code); border-radius: 6px; tab-size: 4; }
pre span { display: block; width: max-content; min-width: 100%; padding: 0 .7rem; }
.error pre .hit { background: var(--error-soft); }
.warning pre .hit { background: var(--warning-soft); }
.error pre .caret { color: var(--error); }
.warning pre .caret { color: var(--warning); }
summary { cursor: pointer; font-weight: 600; margin: 1rem 0 .5rem; }
footer { padding-top: 1rem; padding-bottom: 2rem; color: var(--dim); }
section.file { content-visibility: auto; contain-intrinsic-size: auto 12rem; }
@media (max-width: 34rem) { .filter input[type=search] { flex-basis: 100%; } }
@media (hover: none) { .keys { display: none; } }
@media print { .filter { display: none; } li.entry { break-inside: avoid; } }
`;
