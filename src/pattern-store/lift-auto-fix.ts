import { writtenRegex } from '../model/auto-fix.js';
import { PATTERN_CONDITIONS } from '../model/condition.js';
import type { Check, Rule } from '../model/contract.js';
import type { FixPattern, PatternFind } from '../model/fix-pattern.js';
import { compileMatch } from './compile-match.js';
import { newPattern } from './new-pattern.js';

/**
 * The pattern that does what the `auto_fix` of a check says; null where none could, or where its author does not want
 * it done unasked. Conditions that a pattern cannot carry are asked of its rule all the same.
 * @param created ISO date
 */
export function liftAutoFix(rule: Rule, check: Check, created: string): FixPattern | null {
  if (check.kind !== 'forbidden-pattern' || check.autoFix === null) return null;
  const { strategy, importLine, target, findReplace, safety } = check.autoFix;
  const replacement = findReplace?.replace ?? check.autoFix.template;
  const template = strategy === 'remove' ? '' : replacement;
  // What is inserted belongs to a file as a whole: no match of a pattern would lead there.
  if (safety === 'unsafe' || strategy === 'insert' || template === null) return null;
  if (strategy === 'remove' && importLine !== null) return null;
  const match = check.pattern.written;
  const compiled = compileMatch(match);
  const find = strategy === 'replace' && findReplace ? findOf(findReplace.find) : null;
  if ('wrong' in compiled || find === 'unsayable') return null;
  const asked = new Set(check.autoFix.when.map(({ name }) => name));
  const when = PATTERN_CONDITIONS.filter((name) => asked.has(name));
  const id = `${liftedPrefix(rule.id)}${check.index + 1}`;
  const description = `Learnt from the auto_fix of ${rule.id}`;
  const remedy = { id, ruleId: rule.id, description, match, regex: compiled.regex, replacementTemplate: template };
  const how = {
    ...(target.kind === 'default' ? {} : { target: target.kind === 'group' ? target.name : target.kind }),
    ...(strategy === 'replace' ? {} : { strategy }),
    ...(find === null ? {} : { find }),
    ...(importLine === null ? {} : { importLine }),
    ...(when.length === 0 ? {} : { when }),
  };
  return newPattern({ ...remedy, ...how, provenance: 'learnt' }, created);
}

/** What the ids of patterns begin with that were lifted from the `auto_fix` of a rule; the number of its check follows. */
export function liftedPrefix(ruleId: string): string {
  return `learnt-${ruleId.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-`;
}

/** The regular expression of an `auto_fix` as a store can say it. */
function findOf(find: RegExp): PatternFind | 'unsayable' {
  const written = writtenRegex(find);
  const compiled = compileMatch(written);
  return 'wrong' in compiled ? 'unsayable' : { written, regex: compiled.regex };
}
