import micromatch from 'micromatch';
import { readBrackets, widenBrackets } from './read-brackets.js';

/** `!(…)` within a name, which a class may look like too; with a slash in it, it stays what the library makes of it. */
const NEGATION = /\[[^[\]/]*\]|!\(((?:[^()/]|\([^()/]*\))*)\)/g;

const RANGE = /\{[^{},]+\.\.[^{},]+\}/g;

/** One of the characters that Unicode leaves to private use, which `readBrackets` lets through. */
const STAND_IN = 0xe800;

/**
 * What `readBrackets` makes of a glob, except that `!(…)` leaves out whole names, as it does in a shell: the library
 * looks no further than the group, so that to it `src/!(test)/**` is without `src/testing/` as well. What stands behind
 * a group has no `*` in it, so that there is one way to read a name.
 */
export function readGlob(glob: string): RegExp {
  const lists: string[] = [];
  const plain = spellRanges(glob).replace(NEGATION, (written, list?: string) =>
    list === undefined ? written : standIn(lists.push(list) - 1),
  );
  if (lists.length === 0) return readBrackets(plain);
  // What follows a group within its name is another text in each alternative.
  const sources = micromatch.braces(plain, { expand: true }).map((each) => sourceOf(each, lists));
  return new RegExp(`^(?:${sources.join('|')})$`);
}

/** Of a group beside `{1..3}` the library loses the first alternative. */
function spellRanges(glob: string): string {
  if (!glob.includes('(')) return glob;
  return glob.replace(RANGE, (range) => `{${micromatch.braces(range, { expand: true }).join(',')}}`);
}

/** A glob that matches whatever this one does, and has nothing that is not read as the library reads it. */
export function widenGlob(glob: string): string {
  return widenBrackets(glob.replace(NEGATION, (written, list?: string) => (list === undefined ? written : '*')));
}

/** @param glob with stand-ins for `!(…)`, and without alternatives that a brace makes */
function sourceOf(glob: string, lists: readonly string[]): string {
  return lists.reduce(
    (source, list, at) => {
      const [before = '', after] = glob.split(standIn(at));
      if (after === undefined) return source;
      const rest = after.replace(/\/.*$/s, '');
      const isWhole = rest === '' && /(?:^|\/)$/.test(before);
      const left = `(?!${sourceWithin(`@(${list})`)}${sourceWithin(rest)}(?:\\/|$))`;
      return source.replace(standIn(at), () => `(?:${left}[^/]${isWhole ? '+' : '*'}?)`);
    },
    bodyOf(readBrackets(glob)),
  );
}

function standIn(at: number): string {
  return String.fromCharCode(STAND_IN + at);
}

/** What a part of a name stands for; at the start of one the library would ask for more. */
function sourceWithin(part: string): string {
  return `(?:${bodyOf(readBrackets(`x${part}`)).slice(1)})`;
}

/** Without the anchors, of which there may be two on either side. */
function bodyOf({ source }: RegExp): string {
  const [, body] = /^\^\(\?:(.*)\)\$$/s.exec(source) ?? [];
  return body === undefined ? source : bodyOf(new RegExp(body));
}
