import type { UnmendedExample } from '../../heal/heal-examples.js';
import type { Example } from '../../model/contract.js';
import type { ExitCode } from '../../model/exit-code.js';
import { plural } from '../../model/plural.js';
import { sanitize } from '../../model/sanitize.js';
import type { Palette } from '../../reporters/text/palette.js';
import { type LinePart, partsText } from '../../reporters/text/parts-text.js';
import { wrapIndented } from '../../reporters/text/wrap-text.js';
import { type Counts, reasonOf, type TestedRule } from './tested-rule.js';

export function verdictText(tested: TestedRule, palette: Palette, width: number): string {
  const { rule, examples, disagreements, caughtAlone, unmended } = tested;
  const id = sanitize(rule.id);
  const verdict = (sign: string, paint: LinePart['paint'], remark: string): string => {
    const parts = [
      { text: `${sign} ${id}`, paint: () => `${paint?.(sign)} ${id}` },
      { text: remark, paint: palette.dim },
    ];
    return `${partsText(parts, { width, hanging: 4, gap: ' ' })}\n`;
  };
  if (examples === 0) return verdict('-', palette.dim, 'has no examples');
  const quarrels = disagreements.map((each) => exampleText(each.example, reasonOf(each), width));
  const notes = [
    ...caughtAlone.map((example) => exampleText(example, ALONE_TEXT, width)),
    ...unmended.map((each) => exampleText(each.example, unmendedText(each), width)),
  ].map((text) => text.replace(`  ${NOTE}:`, `  ${palette.yellow(NOTE)}:`));
  const lines = [...quarrels, ...notes].join('');
  if (quarrels.length > 0) return `${palette.red('✖')} ${id}\n${lines}`;
  return verdict('✔', palette.green, plural(examples, 'example')) + lines;
}

function exampleText({ text, declaredAt }: Example, what: string, width: number): string {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const where = `${sanitize(declaredAt.file)}:${declaredAt.line}`;
  const told = wrapIndented(`    ${where}  ${what}`, width, 4);
  return `${told.join('\n')}\n      ${sanitize(first.trim(), '\t')}\n`;
}

const NOTE = 'note';

/** No failure: a rule may be about the start or end of files. */
const ALONE_TEXT = `${NOTE}: caught only as a text of its own, not with lines around it: without the flag m, ^ and $ mean the start and end of the file`;

/** No failure: an example is an excerpt, and what a fix asks for may stand around it. */
function unmendedText({ gate, reason }: UnmendedExample): string {
  const named = gate === null ? '' : ` (${sanitize(gate)})`;
  return `${NOTE}: auto_fix does not mend it${named}: ${sanitize(reason)}`;
}

export function countsText(
  { rules, examples, passed, failed, withoutExamples }: Counts,
  code: ExitCode,
  palette: Palette,
  width: number,
): string {
  const counts = `${passed} passed, ${failed} failed, ${withoutExamples} without examples (${plural(rules, 'rule')}, ${plural(examples, 'example')})`;
  const untested = code > 1 ? '; not everything could be tested' : '';
  const lines = wrapIndented(code > 0 ? `✖ ${counts}${untested}` : `✔ ${counts}`, width, 2);
  return `\n${lines.map((line) => (code > 0 ? palette.red(line) : palette.green(line))).join('\n')}\n`;
}
