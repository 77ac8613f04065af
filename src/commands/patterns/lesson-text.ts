import { changedCode } from '../../learning/example-change.js';
import type { FixExample } from '../../learning/fix-example.js';
import type { Lesson } from '../../learning/learn-patterns.js';
import { maskSecrets } from '../../model/mask-secrets.js';
import { plural } from '../../model/plural.js';
import { sanitize } from '../../model/sanitize.js';
import { outcomeText } from '../../pattern-store/outcome-text.js';
import type { Palette } from '../../reporters/text/palette.js';
import { partsText } from '../../reporters/text/parts-text.js';
import { wrapIndented } from '../../reporters/text/wrap-text.js';

const REFUSED = 'refused';

const MAX_SHOWN = 5;

const MAX_CODE = 72;

export function lessonText(lesson: Lesson, palette: Palette, width: number): string {
  const { examples } = lesson;
  const shown = examples.slice(0, MAX_SHOWN).map(exampleText);
  const more = examples.length > MAX_SHOWN ? [`    and ${examples.length - MAX_SHOWN} more\n`] : [];
  if (lesson.kind === 'refused') {
    const why = `${sanitize(lesson.ruleId)}: ${plural(examples.length, 'example')}, but ${sanitize(lesson.reason)}`;
    const [first = '', ...rest] = wrapIndented(`${' '.repeat(REFUSED.length + 2)}${why}`, width);
    const head = [`${palette.dim(REFUSED)}  ${first.trimStart()}`, ...rest].map((line) => `${line}\n`).join('');
    return head + [...shown, ...more].join('');
  }
  const { id, ruleId, match } = lesson.pattern;
  const parts = [
    { text: 'proposal', paint: palette.green },
    { text: sanitize(id), paint: palette.bold },
    { text: sanitize(ruleId) },
  ];
  const head = `${partsText(parts, { width, hanging: 4 })}\n`;
  const does = `    match        ${sanitize(match)}\n    replacement  ${sanitize(outcomeText(lesson.pattern))}\n`;
  return head + does + [...shown, ...more].join('');
}

function exampleText(example: FixExample): string {
  const { before, after } = shownChange(example);
  const is = after === null ? '' : `      + ${codeLine(after)}\n`;
  return `    ${sanitize(example.origin)}\n      - ${codeLine(before)}\n${is}`;
}

/** Whole functions may have changed: enough of one to know it by. */
function codeLine(code: string): string {
  const line = sanitize(code.replace(/\s+/g, ' '));
  return line.length > MAX_CODE ? `${line.slice(0, MAX_CODE - 1)}…` : line;
}

/** What was changed, and what it became (null: it went), with the secrets of the rule cut down. */
function shownChange({ change, violation }: FixExample): { readonly before: string; readonly after: string | null } {
  const mask = maskSecrets([violation]);
  const { was, is } = changedCode(change);
  return { before: mask.apply(was), after: is === null ? null : mask.apply(is) };
}

export function lessonJson(lesson: Lesson): unknown {
  const examples = lesson.examples.map((example) => ({ origin: example.origin, ...shownChange(example) }));
  if (lesson.kind === 'refused') return { kind: lesson.kind, ruleId: lesson.ruleId, reason: lesson.reason, examples };
  const { id, ruleId, match, replacementTemplate, strategy = 'replace', target = 'default' } = lesson.pattern;
  const { importLine = null, when = [] } = lesson.pattern;
  const does = { match, strategy, target, replacementTemplate, importLine, when };
  return { kind: lesson.kind, id, ruleId, ...does, examples };
}
