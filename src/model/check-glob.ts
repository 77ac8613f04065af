const MAX_LENGTH = 1024;
const MAX_GLOBSTARS = 10;
const MAX_ALTERNATIVES = 1000;

export interface GlobMistake {
  /** Goes on after "The glob `…`". */
  readonly reason: string;
  /** What to write instead. */
  readonly help: string;
}

/** What is wrong with a glob as its author wrote it (a leading `!` included), or null. */
export function checkGlob(written: string): GlobMistake | null {
  const complain = (reason: string, help: string): GlobMistake => ({ reason, help });
  const glob = written.startsWith('!') && !written.startsWith('!(') ? written.slice(1) : written;
  if (glob.trim() === '') return complain('is empty', 'Write a path or a glob such as "src/**/*.ts".');
  if (glob.length > MAX_LENGTH)
    return complain(`is longer than ${MAX_LENGTH} characters`, 'Split it into several globs.');
  if (glob.startsWith('!') && !glob.startsWith('!('))
    return complain('starts with two `!`', `Write '${glob.slice(1)}'`);
  if (glob !== glob.trim()) return complain('starts or ends with a space', `Write '${written.trim()}'`);
  if (glob.includes('\\')) {
    return complain('has a backslash', `Paths use forward slashes everywhere: '${written.replaceAll('\\', '/')}'`);
  }
  if (/^(\/|[A-Za-z]:\/|~\/)/.test(glob)) {
    return complain(
      'is an absolute path',
      'Globs start at the project root: write the path from there, without the leading part.',
    );
  }
  if (glob.split('/').includes('..'))
    return complain('leaves the project with `..`', 'Write the path from the project root.');
  return checkCost(glob, complain);
}

/** A glob is compiled to a regular expression; these are the forms that take it for ever. */
function checkCost(glob: string, complain: (reason: string, help: string) => GlobMistake): GlobMistake | null {
  if ((glob.match(/\*\*/g)?.length ?? 0) > MAX_GLOBSTARS) {
    return complain(`has more than ${MAX_GLOBSTARS} \`**\``, 'One `**` already crosses any number of folders.');
  }
  if ((glob.match(/\*/g)?.length ?? 0) > 4 * MAX_GLOBSTARS) {
    return complain(`has more than ${4 * MAX_GLOBSTARS} \`*\``, 'Write several simpler globs.');
  }
  if (hasNestedGroup(glob)) {
    return complain('nests `+(…)`, `*(…)` or `!(…)` groups', 'Write several simpler globs instead.');
  }
  if (alternativesOf(glob) > MAX_ALTERNATIVES) {
    return complain(`has more than ${MAX_ALTERNATIVES} alternatives`, 'Write several simpler globs instead.');
  }
  return null;
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
