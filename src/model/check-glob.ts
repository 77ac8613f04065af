const MAX_LENGTH = 1024;
const MAX_GLOBSTARS = 10;
const MAX_STARS = 40;
const MAX_ALTERNATIVES = 1000;

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
    isIn: hasNestedGroup,
    reason: 'nests `+(…)`, `*(…)` or `!(…)` groups',
    help: () => SEVERAL,
  },
  {
    isIn: (glob) => alternativesOf(glob) > MAX_ALTERNATIVES,
    reason: `has more than ${MAX_ALTERNATIVES} alternatives`,
    help: () => SEVERAL,
  },
];

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
