import { DESK_SCRIPT } from './desk-script.js';
import { DESK_STYLE } from './desk-style.js';

/** The page; it fetches its state from beside itself. @param nonce what lets its own style and script in */
export function deskPage(nonce: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Specflow: review</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${DESK_STYLE}</style>
</head>
<body>
<header><h1>Review <span id="project" class="dim"></span></h1><p id="tiers" class="dim"></p></header>
<nav role="tablist" aria-label="What to look at">
<button role="tab" data-tab="reviews" aria-selected="true">Fixes <b></b></button>
<button role="tab" data-tab="escalations" aria-selected="false">Escalations <b></b></button>
<button role="tab" data-tab="findings" aria-selected="false">Findings <b></b></button>
<button role="tab" data-tab="patterns" aria-selected="false">Patterns <b></b></button>
</nav>
<p id="said" role="status" aria-live="polite"></p>
<main id="list"></main>
<footer><p class="keys"><kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd> <kbd>4</kbd> lists, <kbd>j</kbd> <kbd>k</kbd> next and previous, <kbd>a</kbd> accept, <kbd>r</kbd> reject or dismiss, <kbd>s</kbd> skip</p></footer>
<script nonce="${nonce}">${DESK_SCRIPT}</script>
</body>
</html>
`;
}
