import type { Scope } from '../model/contract.js';
import { isExclusion } from './check-glob.js';
import { readGlob } from './read-glob.js';

/**
 * A scope of globs that `checkGlob` has passed. The last glob that matches a path decides; a path that
 * none matches is outside. Pure, but it remembers its last answers: rules share globs and listings.
 */
export function compileScope(globs: readonly string[]): Scope {
  const steps = globs.map((written) => {
    const excludes = isExclusion(written);
    return { excludes, glob: normaliseGlob(excludes ? written.slice(1) : written) };
  });
  return {
    globs,
    select(files) {
      const decided = new Uint8Array(files.length);
      for (const { excludes, glob } of steps) {
        const matches = matchesOf(glob, files);
        for (let i = 0; i < decided.length; i++) if (matches[i]) decided[i] = excludes ? 0 : 1;
      }
      return files.filter((_, i) => decided[i] === 1);
    },
  };
}

/** One spelling for globs that mean the same: `./a` is `a`, `a/` is everything below `a`. */
export function normaliseGlob(glob: string): string {
  const plain = glob.replace(/^(\.\/+)+/, '').replace(/\/{2,}/g, '/');
  if (plain === '' || plain === '.') return '**';
  return plain.endsWith('/') ? `${plain}**` : plain;
}

const remembered = new WeakMap<readonly string[], Map<string, Uint8Array>>();

function matchesOf(glob: string, files: readonly string[]): Uint8Array {
  const known = remembered.get(files) ?? new Map<string, Uint8Array>();
  remembered.set(files, known);
  const before = known.get(glob);
  if (before) return before;
  const matches = match(glob, files);
  known.set(glob, matches);
  return matches;
}

function match(glob: string, files: readonly string[]): Uint8Array {
  const matches = new Uint8Array(files.length);
  // Folders spelt out at the start rule most files out quickly. `a/**` also matches a file called `a`.
  const prefix = (/^(?:[\w.-]+\/)*/.exec(glob)?.[0] ?? '').slice(0, -1);
  const regex = regexOf(glob);
  for (let i = 0; i < files.length; i++) {
    const file = files[i];
    if (file?.startsWith(prefix) && regex.test(file)) matches[i] = 1;
  }
  return matches;
}

const compiled = new Map<string, RegExp>();

function regexOf(glob: string): RegExp {
  const regex = compiled.get(glob) ?? withoutGuards(readGlob(glob));
  compiled.set(glob, regex);
  return regex;
}

type GlobRegexes = Readonly<Record<string, readonly [string, string]>>;

/** What globs mean, each as a regular expression's source and flags; good for this version of the program alone. */
export function globRegexes(globs: readonly string[]): GlobRegexes {
  const plain = globs.map((written) => normaliseGlob(isExclusion(written) ? written.slice(1) : written));
  return Object.fromEntries(
    [...new Set(plain)].sort().map((glob) => {
      const { source, flags } = regexOf(glob);
      return [glob, [source, flags]];
    }),
  );
}

/** Spares working out what globs mean, where it is known already. */
export function rememberGlobs(known: GlobRegexes): void {
  for (const [glob, [source, flags]] of Object.entries(known)) {
    if (!compiled.has(glob)) compiled.set(glob, new RegExp(source, flags));
  }
}

/**
 * Lookaheads against `.` and `..` as a name, and against an empty one: no path that a tree lists has any of them. Behind
 * a dot the last one asks for more of the name: without it `*.*` selects `a.` as well, as it does in a shell. A
 * parenthesis behind a backslash opens none.
 */
const GUARDS = /(?<!\\)\(\?(?:!(?:\(\?:\^\|\\\/\))?\\\.\{1,2\}\(\?:\\\/\|\$\)|=\.)\)/g;

/**
 * `**` in the middle may end the path, unless a guard asks for a name behind it: `a/**\/*` is not `a`. That guard is the
 * only one a listed path can run into, so what it forbids goes with it.
 */
const END_BEFORE_A_NAME = /\|\$\)(?=(?:\(\?!\\\.\{1,2\}\(\?:\\\/\|\$\)\))?\(\?=\.\))/g;

/** Without lookaheads V8 can finish in linear time what backtracking cannot, such as many stars on a long name. */
function withoutGuards(regex: RegExp): RegExp {
  // A dot stands for any character of a name, those included that would end a line.
  return new RegExp(regex.source.replace(END_BEFORE_A_NAME, ')').replace(GUARDS, ''), `${regex.flags}s`);
}
