import { makeFix } from '../../src/fix/make-fix.js';
import type { AutoFix } from '../../src/model/auto-fix.js';
import { applyEdits } from '../../src/model/edit.js';
import type { FixAnswer, FixInstruction, Packages } from '../../src/model/fix-site.js';
import { indexLines } from '../../src/model/position.js';
import type { TypeOracle } from '../../src/model/type-oracle.js';
import type { Place } from '../../src/model/violation.js';
import { makeAutoFix } from '../support/make-auto-fix.js';
import { forbidden, makeRule, required } from '../support/make-rule.js';

export type Instruction = Partial<AutoFix> & Pick<FixInstruction, 'search'>;

export interface Mending {
  readonly text: string;
  /** Null: a required pattern that is absent. */
  readonly pattern: RegExp | null;
  readonly fix: Instruction;
  readonly path?: string;
  /** Which match of the pattern, from 0. */
  readonly nth?: number;
  readonly types?: TypeOracle;
  readonly packages?: Packages;
}

/** The answer for one match: the mended text, or the name of the condition that failed in angle brackets. */
export function mend(mending: Mending): string {
  const answer = answerTo(mending);
  if (answer.kind === 'refused') return `<${answer.condition}>`;
  const mended = applyEdits(mending.text, answer.fix.edits);
  if (mended === null) throw new Error('overlapping edits');
  return mended;
}

/** The answer to an instruction that replaces what a regular expression finds; it is the pattern as well, where no other is. */
export function replaced(text: string, find: string | RegExp, replace: string, more: Partial<Mending> = {}): string {
  const pattern = new RegExp(find);
  const everywhere = new RegExp(pattern, `${pattern.flags.replace('g', '')}g`);
  return mend({ text, pattern, fix: { findReplace: { find: everywhere, replace } }, ...more });
}

export function answerTo({ text, pattern, fix, path = 'src/file.ts', nth = 0, types, packages }: Mending): FixAnswer {
  const instruction = makeAutoFix(fix);
  const rule = makeRule({}, pattern ? forbidden(pattern, { autoFix: instruction }) : required(/absent/));
  const check = rule.checks[0];
  if (!check) throw new Error('a rule without a check');
  const place = pattern ? placeOf(text, pattern, nth) : null;
  const known = { ...(types ? { types } : {}), ...(packages ? { packages } : {}) };
  return makeFix({ path, text, rule, check, place, ...known }, instruction);
}

export function placeOf(text: string, pattern: RegExp, nth: number): Place {
  const found = [...text.matchAll(new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`))][nth];
  if (!found) throw new Error(`${String(pattern)} is not in ${JSON.stringify(text)}`);
  const lines = indexLines(text);
  const range = { start: found.index, end: found.index + found[0].length };
  const from = lines.positionAt(range.start);
  const to = lines.positionAt(range.end);
  return {
    range,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    match: found[0],
    lineText: lines.lineText(from.line),
    context: { firstLine: from.line, lines: [lines.lineText(from.line)] },
    groups: found.slice(1),
    namedGroups: { ...found.groups },
  };
}
