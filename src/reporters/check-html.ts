import { hash } from 'node:crypto';
import { countsOf } from '../model/check-result.js';
import { groupBy } from '../model/group-by.js';
import { plural } from '../model/plural.js';
import { checkMask } from './check-mask.js';
import { HTML_SCRIPT } from './html/html-script.js';
import { HTML_STYLE } from './html/html-style.js';
import { violationItem } from './html/html-violation.js';
import type { CheckReport, Reporter } from './report.js';
import { entriesOf, type ReportEntry, spotOf } from './report-entries.js';
import { locationText } from './text/location-text.js';
import { attributes, markup } from './text/markup.js';
import { untriedOutlook } from './untried-outlook.js';
import { verdictParts } from './verdict-parts.js';

/**
 * One page to open, keep or send: it asks for nothing from outside, and its policy lets nothing but its own style and
 * script take effect, so that what a contract or a source file says can never act in the reader's browser.
 */
export const checkHtml: Reporter<CheckReport> = {
  summary: 'one page for a browser, with nothing from outside',
  carriesProblems: true,
  render(report) {
    const entries = entriesOf(report);
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${digest(HTML_STYLE)}'; script-src '${digest(HTML_SCRIPT)}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Specflow: ${verdictText(report)}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<header>
<h1>Specflow report</h1>
<p class="verdict">${verdictMarkup(report)}</p>
</header>
<main>
${problems(entries)}${violations(report)}${exempt(report)}${findings(entries)}</main>
<footer>specflow ${markup(report.toolVersion)}: ${plural(report.result.files, 'file')} and ${plural(report.result.rules, 'rule')} checked.</footer>
<script>${HTML_SCRIPT}</script>
</body>
</html>
`;
  },
};

function digest(source: string): string {
  return `sha256-${hash('sha256', source, 'base64')}`;
}

function verdictText({ result }: CheckReport): string {
  return (
    verdictParts(result)
      .map(({ text }) => text)
      .join(', ') || 'no violations'
  );
}

function verdictMarkup({ result }: CheckReport): string {
  const parts = verdictParts(result).map(({ kind, text }) => `<strong class="${kind}">${text}</strong>`);
  if (parts.length === 0) return '<strong class="good">no violations</strong>';
  const { brokenFiles } = countsOf(result);
  return `${parts.join(', ')}${brokenFiles > 0 ? ` in ${plural(brokenFiles, 'file')}` : ''}`;
}

function problems(entries: readonly ReportEntry[]): string {
  const chosen = entries.filter(({ kind }) => kind === 'problem');
  return chosen.length === 0 ? '' : `<h2>Problems</h2>\n<ul>\n${chosen.map(noteItem).join('')}</ul>\n`;
}

function findings(entries: readonly ReportEntry[]): string {
  const chosen = entries.filter(({ kind }) => kind === 'finding');
  const list = chosen.length === 0 ? '<p class="dim">None.</p>\n' : `<ul>\n${chosen.map(noteItem).join('')}</ul>\n`;
  return `<h2>Findings</h2>\n${list}`;
}

function noteItem({ severity, id, spot, message, hint }: ReportEntry): string {
  const place = spot && locationText(spot.file, spot.line, spot.column);
  const where = place === null ? '' : ` <code class="dim">${markup(place)}</code>`;
  const fix = hint === null ? '' : `<p class="fix">${markup(hint)}</p>`;
  return `<li class="entry ${severity}"><span class="severity">${severity}</span> <code>${markup(id)}</code>${where}<p>${markup(message)}</p>${fix}</li>\n`;
}

const CONTROLS = `<div class="filter" hidden>
<input type="search" id="search" aria-label="Search rule, file or text" placeholder="Search rule, file or text">
<label><input type="checkbox" value="error" checked> errors</label>
<label><input type="checkbox" value="warning" checked> warnings</label>
<span class="dim"><output id="shown"></output> <span class="keys">· <kbd>/</kbd> search, <kbd>j</kbd> <kbd>k</kbd> move</span></span>
</div>
`;

function violations(report: CheckReport): string {
  const counted = report.result.violations.filter(({ exemption }) => exemption === null);
  const mask = checkMask(report);
  const files = groupBy(counted, (violation) => spotOf(violation).file);
  const sections = [...files].map(
    ([file, members]) => `<section class="file"${attributes({ 'data-file': file })}>
<h3>${markup(file)} <span class="count">(${members.length})</span></h3>
<ul>
${members.map((violation) => violationItem(violation, untriedOutlook(report, violation), mask)).join('')}</ul>
</section>
`,
  );
  const none = counted.length === 0 ? '<p class="dim">None.</p>\n' : '';
  return `<h2>Violations</h2>\n${CONTROLS}${none}${sections.join('')}`;
}

function exempt({ result }: CheckReport): string {
  const items = result.violations.flatMap((violation) => {
    const { exemption, rule } = violation;
    if (exemption === null) return [];
    const { file, line } = spotOf(violation);
    const until = exemption.expires === null ? '' : ` until ${exemption.expires}`;
    const why = markup(`${exemption.kind}${until}: ${exemption.reason}`);
    return [
      `<li class="entry"><code>${markup(rule.id)}</code> <code class="dim">${markup(locationText(file, line, null))}</code><p>${why}</p></li>\n`,
    ];
  });
  if (items.length === 0) return '';
  return `<details><summary>Exempt (${items.length})</summary>\n<ul>\n${items.join('')}</ul>\n</details>\n`;
}
