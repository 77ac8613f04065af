import type { HealOutlook } from '../../model/check-result.js';
import type { SecretMask } from '../../model/mask-secrets.js';
import type { Violation } from '../../model/violation.js';
import { spotOf } from '../report-entries.js';
import { codeFrame } from '../text/code-frame.js';
import { attributes, markup } from '../text/markup.js';
import { outlookText } from '../text/outlook-text.js';
import { paletteOf } from '../text/palette.js';
import { violationMessage } from '../text/violation-message.js';

/** Columns of a code frame; a narrow window scrolls it sideways, because a caret must stay under its match. */
const FRAME_WIDTH = 110;

/** The list item of a violation, its code frame included. */
export function violationItem(violation: Violation, outlook: HealOutlook | null, mask: SecretMask): string {
  const { rule, severity, checkIndex } = violation;
  const { line, column } = spotOf(violation);
  const place = line === null ? '' : ` <span class="dim">line ${line}, column ${column ?? 1}</span>`;
  const hint = rule.checks[checkIndex]?.autoFix?.hint ?? null;
  const notes = [
    ...(hint === null ? [] : [`<p class="fix">Fix: ${markup(hint)}</p>`]),
    ...(outlook === null
      ? []
      : [`<p class="dim">specflow heal would try <code>${markup(outlookText(outlook))}</code></p>`]),
  ];
  const written = attributes({ class: `entry ${severity}`, 'data-severity': severity, tabindex: -1 });
  return `<li${written}><span class="severity">${severity}</span> <code${attributes({ title: rule.title })}>${markup(rule.id)}</code>${place}
<p>${markup(violationMessage(violation))}</p>${frameMarkup(violation, mask)}${notes.join('')}</li>
`;
}

function frameMarkup(violation: Violation, mask: SecretMask): string {
  const lines = codeFrame(violation, mask, paletteOf(false), FRAME_WIDTH);
  if (lines.length === 0) return '';
  const hit = lines.findIndex((line) => line.startsWith(' >'));
  const kindOf = (index: number): string | null => (index === hit ? 'hit' : index === hit + 1 ? 'caret' : null);
  const spans = lines.map((line, index) => `<span${attributes({ class: kindOf(index) })}>${markup(line)}</span>`);
  return `<pre>${spans.join('')}</pre>`;
}
