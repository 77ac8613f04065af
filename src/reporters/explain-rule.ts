import { type AutoFix, isExecutable, writtenMeans } from '../model/auto-fix.js';
import type { Advice, Check, Contract, Example, Rule } from '../model/contract.js';
import type { Waiver } from '../model/exemption.js';
import { groupBy } from '../model/group-by.js';
import { sanitize } from '../model/sanitize.js';
import type { ReportStyle } from './report.js';
import { displayWidth } from './text/display-width.js';
import { type Palette, paletteOf } from './text/palette.js';
import { wrapIndented } from './text/wrap-text.js';

/** A fix pattern of the store as `explain` shows it. */
export interface StoredFix {
  readonly id: string;
  readonly description: string;
  /** 0…1, as of today. */
  readonly confidence: number;
  /** How far it is trusted today, one clause. */
  readonly standing: string;
}

export interface RuleExplanation {
  readonly rule: Rule;
  readonly contract: Contract;
  readonly storedFixes: readonly StoredFix[];
}

/** Everything there is to know about a rule: what it asks, of which files, and how heal would mend it. */
export function explainRule({ rule, contract, storedFixes }: RuleExplanation, style: ReportStyle): string {
  const palette = paletteOf(style.color);
  const waivers = contract.waivers.filter(({ ruleId }) => ruleId === rule.id);
  const { file, line } = rule.declaredAt;
  return sections(
    [
      [
        `${palette.bold(palette.cyan(sanitize(rule.id)))}  ${sanitize(rule.title)}`,
        `${rule.severity} of contract ${sanitize(contract.id)}${contract.owner === null ? '' : `, owned by ${sanitize(contract.owner)}`}, ${sanitize(file)}:${line}`,
      ],
      titled(
        'Scope',
        rule.scope.globs.map((glob) => sanitize(glob)),
        palette,
      ),
      titled('Checks', rule.checks.flatMap(checkLines), palette),
      titled('Violates', rule.exampleViolations.flatMap(exampleLines), palette),
      titled('Complies', rule.exampleCompliant.flatMap(exampleLines), palette),
      titled('Heal', healLines(rule, storedFixes, style.width), palette),
      titled('Waivers', waivers.map(waiverLine), palette),
    ],
    style.width,
  );
}

/** A soft rule without patterns: nothing is enforced, so the words are all there is. */
export function explainAdvice(advice: Advice, contract: Contract, style: ReportStyle): string {
  const palette = paletteOf(style.color);
  const { file, line } = advice.declaredAt;
  return sections(
    [
      [
        `${palette.bold(palette.cyan(sanitize(advice.id)))}  ${sanitize(advice.title)}`,
        `advice of contract ${sanitize(contract.id)}, ${sanitize(file)}:${line}; it has no pattern, so nothing is enforced`,
      ],
      titled(
        'Suggestion',
        advice.suggestion === null ? [] : advice.suggestion.split('\n').map((l) => sanitize(l)),
        palette,
      ),
      titled(
        'May bend if',
        advice.mayBendIf.map((reason) => sanitize(reason)),
        palette,
      ),
    ],
    style.width,
  );
}

function sections(blocks: readonly (readonly string[])[], width: number): string {
  const shown = blocks.filter((block) => block.length > 0);
  return shown.map((block) => `${block.flatMap((line) => wrapIndented(line, width)).join('\n')}\n`).join('\n');
}

function titled(title: string, lines: readonly string[], palette: Palette): readonly string[] {
  return lines.length === 0 ? [] : [palette.bold(title), ...lines.map((line) => `  ${line}`)];
}

function checkLines(check: Check): readonly string[] {
  const message = `  ${sanitize(check.message)}`;
  switch (check.kind) {
    case 'forbidden-pattern':
      return [
        `forbidden ${sanitize(check.pattern.written)}${check.match === 'code' ? ' (in code only)' : ''}`,
        message,
      ];
    case 'required-pattern': {
      const where = check.require === 'every' ? 'in every file' : 'in at least one file';
      return [`required ${where} ${sanitize(check.pattern.written)}`, message];
    }
    case 'domain':
      return [`${check.policy === 'allow' ? 'only hosts' : 'no host of'} ${sanitize(check.hosts.join(', '))}`, message];
  }
}

function exampleLines({ text }: Example): readonly string[] {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => sanitize(line.replaceAll('\t', '  ')));
}

function healLines(rule: Rule, storedFixes: readonly StoredFix[], width: number): readonly string[] {
  if (rule.origin === 'journey') return ['A journey is never healed: a person decides.'];
  const stored = storedFixes.map(
    ({ id, description, confidence, standing }) =>
      `pattern ${sanitize(id)}: ${sanitize(description)} (${confidence.toFixed(2)}, ${standing})`,
  );
  const lines = [...stored, ...declaredLines(rule.checks, width)];
  if (lines.length === 0) return ['Nothing is known that mends it: a violation is escalated.'];
  return [
    ...lines,
    'A fix is kept only when its place is code and unambiguous, the rule then holds, the file still parses, no rule is newly broken, and applying it again changes nothing.',
  ];
}

/** What is the same for several checks is told once; what is not says of which it is. */
function declaredLines(checks: readonly Check[], width: number): readonly string[] {
  const means = checks.flatMap((check) =>
    check.autoFix === null ? [] : [{ check, lines: autoFixLines(check.autoFix) }],
  );
  const told = [...groupBy(means, ({ lines }) => lines.join('\n')).values()];
  return told.flatMap((group) => {
    const of = namesOf(
      group.map(({ check }) => check),
      width - 8,
    );
    return [...(group[0]?.lines ?? []), ...(told.length > 1 ? [`  for ${of}`] : [])];
  });
}

/** Patterns where a line holds them; they stand above in full, so longer ones are called by what they say. */
function namesOf(checks: readonly Check[], width: number): string {
  const written = checks.map((check) => sanitize('pattern' in check ? check.pattern.written : check.message));
  if (displayWidth(written.join(', ')) <= width) return written.join(', ');
  return [...new Set(checks.map(({ message }) => `"${sanitize(message)}"`))].join(', ');
}

function autoFixLines(autoFix: AutoFix): readonly string[] {
  const { hint, safety, when } = autoFix;
  const head = isExecutable(autoFix)
    ? `auto_fix: ${sanitize(writtenMeans(autoFix))}${safety === 'unsafe' ? ' (unsafe: suggested, not applied)' : ''}`
    : 'auto_fix has only a hint, which is for people: a violation is escalated with it';
  const conditions = when.map(({ name, argument }) => (argument === null ? name : `${name}: ${argument}`));
  return [
    head,
    ...(hint === null ? [] : [`  hint: ${sanitize(hint)}`]),
    ...(conditions.length === 0 ? [] : [`  only when ${sanitize(conditions.join(', '))}`]),
  ];
}

function waiverLine({ reason, owner, expires, files }: Waiver): string {
  const where = files.length === 0 ? 'everywhere' : files.join(' ');
  return sanitize(
    `${where} until ${expires ?? 'no valid date'}, owner ${owner ?? 'nobody'}: ${reason ?? 'no reason given'}`,
  );
}
