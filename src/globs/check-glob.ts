const MAX_LENGTH = 1024;
const MAX_GLOBSTARS = 10;
const MAX_STARS = 40;
const MAX_ALTERNATIVES = 1000;
const MAX_WITH_NEGATION = 4;

export interface GlobMistake {
  /** Goes on after "The glob `…`". */
  readonly reason: string;
  /** What to write instead. */
  readonly help: string;
}

/** What is wrong with a glob as its author wrote it (a leading `!` included), or null. */
export function checkGlob(written: string): GlobMistake | null {
  const glob = isExclusion(written) ? written.slice(1) : written;
  const mistake = MISTAKES.find(({ isIn }) => isIn(glob));
  return mistake ? { reason: mistake.reason, help: mistake.help(written) } : null;
}

/** `!(a|b)` is a group of the glob language; any other `!` at the start excludes. */
export function isExclusion(written: string): boolean {
  return /^!(?!\()/.test(written);
}

const SEVERAL = 'Write several simpler globs instead.';

const MISTAKES: readonly {
  isIn(glob: string): boolean;
  readonly reason: string;
  help(written: string): string;
}[] = [
  {
    isIn: (glob) => glob.trim() === '',
    reason: 'is empty',
    help: () => 'Write a path or a glob such as "src/**/*.ts".',
  },
  {
    isIn: (glob) => glob.length > MAX_LENGTH,
    reason: `is longer than ${MAX_LENGTH} characters`,
    help: () => SEVERAL,
  },
  {
    isIn: isExclusion,
    reason: 'starts with two `!`',
    help: (written) => `Write '${written.replace(/^!+/, '')}' or '!${written.replace(/^!+/, '')}'`,
  },
  {
    isIn: (glob) => glob !== glob.trim(),
    reason: 'starts or ends with a space',
    help: (written) => `Write '${written.trim()}'`,
  },
  {
    isIn: (glob) => glob.includes('\\'),
    reason: 'has a backslash',
    help: (written) => `Paths use forward slashes everywhere: '${written.replaceAll('\\', '/')}'`,
  },
  {
    isIn: (glob) => /^(\/|[A-Za-z]:\/|~\/)/.test(glob),
    reason: 'is an absolute path',
    help: () => 'Globs start at the project root: write the path from there, without the leading part.',
  },
  {
    isIn: (glob) => glob.split('/').includes('..'),
    reason: 'leaves the project with `..`',
    help: () => 'Write the path from the project root.',
  },
  // Of a name it is one star. Without a folder before it, it does what is meant.
  {
    isIn: (glob) => glob.replace(/^(?:\.\/)+/, '').includes('/') && HALF_GLOBSTAR.test(glob.replace(HARMLESS, '*')),
    reason: 'has `**` as part of a name, where it does not cross folders',
    help: (written) =>
      `Write '${written
        .replace(HARMLESS, '*')
        .replace(/([^/!])\*\*/g, '$1*/**')
        .replace(/\*\*(?=[^/])/g, '**/*')}'`,
  },
  // A glob is compiled to a regular expression; the forms below take it for ever.
  {
    isIn: (glob) => (glob.match(/\*\*/g)?.length ?? 0) > MAX_GLOBSTARS,
    reason: `has more than ${MAX_GLOBSTARS} \`**\``,
    help: () => 'One `**` already crosses any number of folders.',
  },
  {
    isIn: (glob) => (glob.match(/\*/g)?.length ?? 0) > MAX_STARS,
    reason: `has more than ${MAX_STARS} \`*\``,
    help: () => SEVERAL,
  },
  {
    isIn: (glob) => hasUnclosed(glob, '{', '}'),
    reason: 'has a `{` that is never closed',
    help: (written) => `If it is meant as a list of alternatives, close it: '${written}}'`,
  },
  {
    isIn: (glob) => /[!?*+@]\(/.test(glob) && hasUnclosed(glob, '(', ')'),
    reason: 'has a `(` that is never closed',
    help: (written) => `If it is meant as a group, close it: '${written})'`,
  },
  {
    isIn: hasNestedGroup,
    reason: 'nests `+(…)`, `*(…)` or `!(…)` groups',
    help: () => SEVERAL,
  },
  // A negation is a lookahead, which no engine takes in linear time.
  {
    isIn: (glob) => glob.includes('!(') && wildcardsOf(glob) > MAX_WITH_NEGATION,
    reason: `has \`!(…)\` and more than ${MAX_WITH_NEGATION} wildcards`,
    help: () => 'Exclude what you mean by a glob of its own that starts with `!`.',
  },
  {
    isIn: (glob) => /!\((?:[^()]|\([^()]*\))*\)[^/]*(?:\*|[!+]\()/.test(glob),
    reason: 'has a wildcard behind `!(…)` in the same name, which leaves open what the group is tried on',
    help: () => "Take all of them, and what you mean out again: 'src/*' and '!src/test*' instead of 'src/!(test)*'.",
  },
  {
    isIn: (glob) => alternativesOf(glob) > MAX_ALTERNATIVES,
    reason: `has more than ${MAX_ALTERNATIVES} alternatives`,
    help: () => SEVERAL,
  },
];

/** As a part of names, `**` does what is meant where another crosses the folders before it, and as any extension. */
const HARMLESS = /(?<=(?:^|\/)\*\*\/)\*\*(?=[^/])|(?<=[^/{},()|!]\.)\*\*$/g;

/** Alternatives and groups may begin and end with it. */
const HALF_GLOBSTAR = /[^/{},()|*!]\*\*(?!\()|\*\*[^/{},()|*]/;

/** Matched literally, it would select nothing that anybody has. */
function hasUnclosed(glob: string, open: string, close: string): boolean {
  let depth = 0;
  for (const character of glob) {
    if (character === open) depth++;
    else if (character === close && depth > 0) depth--;
  }
  return depth > 0;
}

function hasNestedGroup(glob: string): boolean {
  let depth = 0;
  for (let i = 0; i < glob.length; i++) {
    if (glob.charAt(i) === '(') {
      if (depth > 0 && '!?*+@'.includes(glob.charAt(i - 1))) return true;
      depth++;
    } else if (glob.charAt(i) === ')') depth--;
  }
  return false;
}

/** Stars, and groups that repeat or negate; alternatives of one list are tried one at a time, and count once. */
function wildcardsOf(glob: string): number {
  const lists = glob.split(/\(([^()]*)\)/);
  const within = lists.filter((_, index) => index % 2 === 1).map((list) => list.split('|').map(starsOf));
  const outside = lists.filter((_, index) => index % 2 === 0).map(starsOf);
  const groups = glob.match(/[!+*]\(/g)?.length ?? 0;
  return [...outside, ...within.map((counts) => Math.max(...counts)), groups].reduce((sum, count) => sum + count, 0);
}

function starsOf(part: string): number {
  return part.match(/\*+(?!\()/g)?.length ?? 0;
}

/** An upper bound on what `{a,b}` and `{1..9}` can stand for. */
function alternativesOf(glob: string): number {
  let total = 1;
  for (const group of glob.matchAll(/\{([^{}]*)\}/g)) {
    const inner = group[1] ?? '';
    const [, from, to] = /^(-?\d+)\.\.(-?\d+)/.exec(inner) ?? [];
    total *= from && to ? Math.abs(Number(to) - Number(from)) + 1 : inner.split(',').length;
    if (total > MAX_ALTERNATIVES) break;
  }
  return total;
}
