import type { Pen } from '../mutations/pen.js';
import { CONSTRUCTORS, FIELDS, MEMBERS, OVERRIDES } from './class-templates.js';
import { EXPRESSIONS, MAKERS } from './expressions.js';
import { STATEMENTS } from './statements.js';
import { indented, type Variable, Writer } from './writer.js';

/** `Store` and `Special`, which extends it. */
export function makeClasses(pen: Pen, isTyped: boolean): string {
  const writer = new Writer(pen, { isTyped, isAsync: false, statements: STATEMENTS, expressions: EXPRESSIONS });
  return [makeStore(pen, writer, isTyped), makeSpecial(pen, writer, isTyped)].join('\n');
}

function makeStore(pen: Pen, writer: Writer, isTyped: boolean): string {
  const fields = FIELDS.map((each) => ({ ...each, isDeclared: each.name.startsWith('#') || pen.below(2) === 0 }));
  const type = isTyped ? ': any' : '';
  const declared = fields.map(({ name, kind, isDeclared }) =>
    isDeclared ? `${name}${type} = ${writer.fill(plainly(pen, kind), [], 0)};` : isTyped ? `${name}${type};` : '',
  );
  const set = fields.map(({ name, kind, isDeclared }) =>
    isDeclared ? '' : `this.${name} = ${writer.fill(plainly(pen, kind), [], 0)};`,
  );
  const first = `constructor(a${type}) {\n${indented(existing([...set, 'this.a = a;', 'Store.made += 1;']))}\n}`;
  const members = MEMBERS.map((group) => writer.fill(pen.pick(group), scopeOf(true), 1));
  return classOf('class Store', ['static made = 0;', ...declared, first, ...members], isTyped);
}

function makeSpecial(pen: Pen, writer: Writer, isTyped: boolean): string {
  const chosen = OVERRIDES.filter(() => pen.below(3) === 0);
  // Of two members with a name the later one counts, and a compiler refuses both.
  const members = chosen.filter((each, at) => chosen.findIndex((other) => nameOf(other) === nameOf(each)) === at);
  const lines = [pen.pick(CONSTRUCTORS), ...members].map((each) => writer.fill(each, scopeOf(false), 1));
  return classOf('class Special extends Store', isTyped ? ['extra: any;', ...lines] : lines, isTyped);
}

function classOf(head: string, members: readonly string[], isTyped: boolean): string {
  const typed = isTyped
    ? members.map((each) => each.replace(/^((?:async |static )?\w+\()x\)/gm, '$1x: any)'))
    : members;
  return `${head} {\n${indented(existing(typed))}\n}\n`;
}

function scopeOf(isOwn: boolean): Variable[] {
  const seen = FIELDS.filter(({ name }) => isOwn || !name.startsWith('#'));
  return seen.map(({ name, kind }) => ({ name: `this.${name}`, kind, isSet: true }));
}

/** What needs nothing that there is not yet. */
function plainly(pen: Pen, kind: (typeof FIELDS)[number]['kind']): string {
  return pen.pick(
    MAKERS[kind === 'any' ? 'obj' : kind].filter((each) => !each.includes('{str') && !each.includes('any}')),
  );
}

function existing(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line !== '');
}

function nameOf(member: string): string {
  return /^(?:static |get )?(\w+)/.exec(member)?.[1] ?? '';
}
