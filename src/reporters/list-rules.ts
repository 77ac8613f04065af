import { isExecutable } from '../model/auto-fix.js';
import type { Contract, Rule } from '../model/contract.js';
import { sanitize } from '../model/sanitize.js';
import type { ReportStyle } from './report.js';
import { displayWidth, padded } from './text/display-width.js';
import { type Palette, paletteOf } from './text/palette.js';
import { partsText } from './text/parts-text.js';
import { wrapIndented, wrapText } from './text/wrap-text.js';

/** Every rule of every contract, a row each: id, severity, how its `auto_fix` mends it, and title. */
export function listRules(contracts: readonly Contract[], style: ReportStyle): string {
  const palette = paletteOf(style.color);
  const rows = contracts.map(rowsOf);
  const [id = 0, severity = 0, heal = 0] = columnWidths(rows.flat());
  const indent = id + severity + heal + 8;
  const isBeside = style.width - indent >= NARROWEST;
  return contracts
    .map((contract, index) => {
      const lines = (rows[index] ?? []).map((row) => {
        if (!isBeside) return belowText(row, palette, style.width);
        const title = wrapText(row[3], style.width - indent).join(`\n${' '.repeat(indent)}`);
        return `  ${palette.cyan(padded(row[0], id))}  ${padded(row[1], severity)}  ${padded(row[2], heal)}  ${title}\n`;
      });
      return `${palette.bold(sanitize(contract.id))}  ${palette.dim(sanitize(contract.file))}\n${lines.join('')}`;
    })
    .join('\n');
}

/** Columns in which a title can still be read. */
const NARROWEST = 20;

/** Where ids are long, each title stands below its own. */
function belowText([id, severity, heal, title]: Row, palette: Palette, width: number): string {
  const parts = [
    { text: `  ${id}`, paint: palette.cyan },
    { text: severity },
    ...(heal === '' ? [] : [{ text: heal }]),
  ];
  const lines = [partsText(parts, { width, hanging: 4 }), ...wrapIndented(`    ${title}`, width)];
  return lines.map((line) => `${line}\n`).join('');
}

type Row = readonly [id: string, severity: string, heal: string, title: string];

function rowsOf({ rules, advice }: Contract): readonly Row[] {
  return [
    ...rules.map((rule): Row => [sanitize(rule.id), rule.severity, healText(rule), sanitize(rule.title)]),
    ...advice.map(({ id, title }): Row => [sanitize(id), 'advice', '', sanitize(title)]),
  ];
}

function healText({ checks }: Rule): string {
  const means = checks.flatMap(({ autoFix }) => autoFix ?? []);
  const strategies = new Set(means.filter(isExecutable).map(({ strategy }) => strategy));
  return strategies.size > 0 ? [...strategies].join(', ') : means.length > 0 ? 'by hint' : '';
}

function columnWidths(rows: readonly Row[]): readonly number[] {
  return [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => displayWidth(row[column] ?? ''))));
}
