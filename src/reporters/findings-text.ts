import type { Finding } from '../model/finding.js';
import { sanitize } from '../model/sanitize.js';
import { gatherEmptyScopes } from './gather-empty-scopes.js';
import type { ReportStyle } from './report.js';
import { locationText } from './text/location-text.js';
import type { Palette } from './text/palette.js';
import { partsText } from './text/parts-text.js';
import { wrapText } from './text/wrap-text.js';

type Rows = Pick<ReportStyle, 'width' | 'rowWidth'>;

/** The findings section. It is part of every report, because an empty one is an answer too. */
export function findingsText(findings: readonly Finding[], palette: Palette, style: Rows): string {
  if (findings.length === 0) return `${palette.bold('Findings')}: none\n`;
  const lines = gatherEmptyScopes(findings).flatMap((finding) => {
    const message = wrapText(sanitize(finding.message), style.width - 4).map((line) => `    ${line}`);
    const help = finding.help === null ? [] : wrapText(`help: ${sanitize(finding.help)}`, style.width - 4);
    return [headText(finding, palette, style), ...message, ...help.map((line) => `    ${line}`)];
  });
  return `${palette.bold('Findings')} (${findings.length})\n${lines.join('\n')}\n`;
}

function headText({ code, ruleId, file, line }: Finding, palette: Palette, { rowWidth }: Rows): string {
  const parts = [
    { text: `  ${sanitize(code)}`, paint: palette.cyan },
    ...(ruleId === null ? [] : [{ text: sanitize(ruleId) }]),
    ...(file === null ? [] : [{ text: locationText(file, line, null), paint: palette.dim }]),
  ];
  return partsText(parts, { width: rowWidth, hanging: 4, gap: ' ' });
}
