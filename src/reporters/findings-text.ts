import type { Finding } from '../model/finding.js';
import { sanitize } from '../model/sanitize.js';
import { locationText } from './text/location-text.js';
import type { Palette } from './text/palette.js';
import { wrapText } from './text/wrap-text.js';

/** The findings section. It is part of every report, because an empty one is an answer too. */
export function findingsText(findings: readonly Finding[], palette: Palette, width: number): string {
  if (findings.length === 0) return `${palette.bold('Findings')}: none\n`;
  const lines = findings.flatMap((finding) => {
    const place = finding.file === null ? '' : ` ${palette.dim(locationText(finding.file, finding.line, null))}`;
    const rule = finding.ruleId === null ? '' : ` ${sanitize(finding.ruleId)}`;
    const message = wrapText(sanitize(finding.message), width - 4).map((line) => `    ${line}`);
    const help = finding.help === null ? [] : wrapText(`help: ${sanitize(finding.help)}`, width - 4);
    return [
      `  ${palette.cyan(sanitize(finding.code))}${rule}${place}`,
      ...message,
      ...help.map((line) => `    ${line}`),
    ];
  });
  return `${palette.bold('Findings')} (${findings.length})\n${lines.join('\n')}\n`;
}
