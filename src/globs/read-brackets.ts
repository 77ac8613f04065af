import micromatch from 'micromatch';
import { GLOB_OPTIONS } from './glob-options.js';

/**
 * `[slug]`, `[[...path]]`, and `(shop)` where no sign before it makes it a group of the glob language; `[]a]`, for what
 * comes first ends nothing; and a `[` that opens nothing, whose end the library would look for in the names that follow.
 * Last, what stands in for a group that negates, and for itself.
 */
const BRACKETS = /\[[!^]?\][^[\]/]+\]|\[+(?![!^]\])[^[\]/]+\]+|(?<![!?*+@])\([\w. -]+\)|\[(?:\[\])?|[\ue800-\uefff]/g;

/** `[:alpha:]`, in a class. */
const NAMED_CLASS = /(?<=\[(?:[^[\]]|\[:\w+:\])*)\[:(\w+):\]/g;

/** Spelt as in a regular expression, without a bracket. */
const NAMED: Readonly<Record<string, string>> = {
  alnum: 'a-zA-Z0-9',
  alpha: 'a-zA-Z',
  ascii: '\\x00-\\x7f',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '\\d',
  graph: '\\x21-\\x7e',
  lower: 'a-z',
  print: '\\x20-\\x7e',
  punct: '\\x21-\\x2e\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e',
  space: '\\s',
  upper: 'A-Z',
  word: '\\w',
  xdigit: '0-9a-fA-F',
};

/** The first of the characters that Unicode leaves to private use. */
const STAND_IN = 0xe000;

/**
 * What the library makes of a glob, except that all its brackets also stand for themselves: routing frameworks call
 * folders `[slug]`, `[...path]` or `(shop)`, and which of the two is meant, a glob does not tell. To go by the files at
 * hand would let a check of few of them, such as that of a hook, read it otherwise than a check of all.
 */
export function readBrackets(glob: string): RegExp {
  const readings: string[] = [];
  // The library reads a class both ways as long as it holds nothing but letters.
  const plain = spellClasses(glob).replace(BRACKETS, (written) => {
    readings.push(bothReadings(written));
    return `[${standIn(readings.length - 1)}]`;
  });
  const { source, flags } = micromatch.makeRe(escapeUnclosed(plain), GLOB_OPTIONS);
  const both = readings.reduce(
    (all, reading, at) => all.replaceAll(`(?:\\[${standIn(at)}\\]|[${standIn(at)}])`, () => reading),
    source,
  );
  return new RegExp(both, flags);
}

/** A glob that matches whatever this one does, and has no brackets to be read. */
export function widenBrackets(glob: string): string {
  return spellClasses(glob).replace(BRACKETS, '*');
}

function spellClasses(glob: string): string {
  return glob.replace(NAMED_CLASS, (written, name: string) => NAMED[name] ?? written);
}

function standIn(at: number): string {
  return String.fromCharCode(STAND_IN + at);
}

/** Of a `(` that is never closed the library escapes another, which is its own. */
function escapeUnclosed(glob: string): string {
  const open: number[] = [];
  for (let at = 0; at < glob.length; at++) {
    if (glob[at] === '(') open.push(at);
    else if (glob[at] === ')') open.pop();
  }
  return open.reduceRight((text, at) => `${text.slice(0, at)}\\${text.slice(at)}`, glob);
}

function bothReadings(written: string): string {
  // In a shell this is how an opening bracket is written.
  if (written === '[[]') return '\\[';
  if (!/^[[(]/.test(written)) return written;
  const literal = escaped(written);
  const other = written.startsWith('(') ? escaped(written.slice(1, -1)) : classOf(written);
  return other === null ? literal : `(?:${literal}|${other})`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&');
}

/** Null for what is none: `[[id]]` and `[...path]` are names, and so is `[user-id]`, whose range runs backwards. */
function classOf(written: string): string | null {
  if (/^\[(?:\[|\.{3})|\]\]$/.test(written)) return null;
  // As in a shell `!` is `^`, and nothing stands for a slash.
  const [, negation = '', first = '', rest = ''] = /^\[([!^]?)(\]?)(.*)\]$/s.exec(written) ?? [];
  const members = `${first && '\\]'}${rest.replace(/-$/, '\\-')}`;
  try {
    const { source } = new RegExp(negation ? `[^${members}/]` : `[${members}]`);
    return new RegExp(source).test('/') ? `(?!\\/)${source}` : source;
  } catch {
    return null;
  }
}
