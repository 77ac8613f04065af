/** Every colour is a variable with a light and a dark value. */
export const DESK_STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --ink: #1b1f24; --dim: #57606a; --line: #d5dae0; --code: #f1f3f5;
  --bad: #b42318; --bad-soft: #fdecea; --good: #1a6b3c; --good-soft: #e3f4ea; --link: #0b5cad;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1318; --card: #171c23; --ink: #e4e8ed; --dim: #9aa5b1; --line: #2c343e; --code: #10151b;
    --bad: #ff8f85; --bad-soft: #3a1b1a; --good: #6fd39b; --good-soft: #12301f; --link: #7cb7ff;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
header, nav, main, footer, #said { max-width: 76rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.25rem; }
h1 { font-size: 1.4rem; margin: 0; }
h2 { font: 600 1rem/1.4 ui-monospace, monospace; margin: 0; }
p { margin: .25rem 0; }
.dim { color: var(--dim); font-weight: 400; }
nav { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem; padding-top: .5rem; padding-bottom: .5rem; background: var(--page); border-bottom: 1px solid var(--line); }
button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--dim); border-radius: 6px; padding: .35rem .8rem; min-height: 2.25rem; cursor: pointer; }
button[aria-selected=true] { border-color: var(--link); color: var(--link); font-weight: 600; }
button.yes { border-color: var(--good); color: var(--good); }
button.no { border-color: var(--bad); color: var(--bad); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
#said { min-height: 1.5rem; padding-top: .5rem; }
#said.bad { color: var(--bad); }
article { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .7rem .9rem; margin: 0 0 .7rem; scroll-margin-top: 4rem; content-visibility: auto; contain-intrinsic-size: auto 8rem; }
article:focus { outline: 2px solid var(--link); }
.actions { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .5rem; }
.actions input { flex: 1 1 12rem; min-width: 0; font: inherit; color: inherit; background: var(--page); border: 1px solid var(--dim); border-radius: 6px; padding: .3rem .5rem; }
code, pre, kbd, .diff { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .82rem; }
kbd { border: 1px solid var(--line); border-radius: 4px; padding: 0 .3rem; }
.diff { display: grid; grid-template-columns: 1fr 1fr; margin: .5rem 0; background: var(--code); border-radius: 6px; overflow: hidden; }
.diff span { white-space: pre-wrap; padding: 0 .6rem; min-height: 1.3em; }
.diff .right { border-left: 1px solid var(--line); }
.diff .at { grid-column: 1 / -1; color: var(--dim); }
.diff .old { background: var(--bad-soft); } .diff .new { background: var(--good-soft); }
.tier { display: inline-block; min-width: 5.5rem; font-weight: 600; }
.row { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; }
svg { width: 8rem; height: 1.8rem; flex: none; } polyline { fill: none; stroke: var(--link); stroke-width: 1.5; }
.late { color: var(--bad); font-weight: 600; }
footer { padding-bottom: 2rem; color: var(--dim); }
@media (max-width: 44rem) { .diff { grid-template-columns: 1fr; } .diff .blank { display: none; } .diff .right { border-left: 0; } .tier { min-width: 0; } }
@media (hover: none) { .keys { display: none; } }
`;
