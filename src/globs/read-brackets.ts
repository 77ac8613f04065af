import micromatch from 'micromatch';
import { GLOB_OPTIONS } from './glob-options.js';

/** `[slug]`, `[[...path]]`, and `(shop)` where no sign before it makes it a group of the glob language. */
const BRACKETS = /\[+[^[\]/]+\]+|(?<![!?*+@])\([\w. -]+\)/g;

/** `[[:alpha:]]`: a class of classes, which nobody calls a folder. */
const NAMED_CLASS = /\[:\w+:\]/;

/** The first of the characters that Unicode leaves to private use. */
const STAND_IN = 0xe000;

/**
 * What the library makes of a glob, except that all its brackets also stand for themselves: routing frameworks call
 * folders `[slug]`, `[...path]` or `(shop)`, and which of the two is meant, a glob does not tell. To go by the files at
 * hand would let a check of few of them, such as that of a hook, read it otherwise than a check of all.
 */
export function readBrackets(glob: string): RegExp {
  if (NAMED_CLASS.test(glob)) return micromatch.makeRe(glob, GLOB_OPTIONS);
  const readings: string[] = [];
  // The library reads a class both ways as long as it holds nothing but letters.
  const plain = glob.replace(BRACKETS, (written) => {
    readings.push(bothReadings(written));
    return `[${standIn(readings.length - 1)}]`;
  });
  const { source, flags } = micromatch.makeRe(plain, GLOB_OPTIONS);
  const both = readings.reduce(
    (all, reading, at) => all.replaceAll(`(?:\\[${standIn(at)}\\]|[${standIn(at)}])`, () => reading),
    source,
  );
  return new RegExp(both, flags);
}

/** A glob that matches whatever this one does, and has no brackets to be read. */
export function widenBrackets(glob: string): string {
  return glob.replace(BRACKETS, '*');
}

function standIn(at: number): string {
  return String.fromCharCode(STAND_IN + at);
}

function bothReadings(written: string): string {
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
  // As in a shell `!` is `^`; neither stands for a slash.
  const plain = written.replace(/^\[[!^](.*)\]$/s, '[^$1/]');
  try {
    return new RegExp(plain).source;
  } catch {
    return null;
  }
}
