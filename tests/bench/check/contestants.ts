import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { loadContracts } from '../../../src/contract/load-contracts.js';
import { start } from './race.js';
import type { BenchTree } from './tree.js';

/** Commands run in a tree; several that do the work of one are timed as one. */
export interface Contestant {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
  /** Before each run, not timed. */
  readonly prepare?: () => void;
  /** Takes so long that it is run twice at most. */
  readonly isSlow?: true;
}

export const NAMES = {
  full: 'specflow, no file known',
  noCache: 'specflow --no-cache',
  same: 'specflow, nothing changed',
  one: 'specflow, one file changed',
  staged: 'specflow --staged, 5 files',
  node: 'node -e 0',
  ripgrep: 'ripgrep, the same work',
  dfa: 'ripgrep, its DFA run alone',
  upstream: 'a scan by rule, as upstream writes it',
  astGrep: 'ast-grep scan, 8 rules',
  eslint: 'ESLint, 8 rules',
} as const;

export const NODE: Contestant = { name: NAMES.node, commands: [[process.execPath, '-e', '0']] };

/** Ways to run a check. @param cli the file of the command line */
export function ours(cli: string, tree: BenchTree): Readonly<Record<'full' | 'noCache' | 'same' | 'one', Contestant>> {
  const check = [process.execPath, cli, 'check', '--quiet'];
  const warm = (): void => void start(check, tree.root);
  return {
    full: { name: NAMES.full, commands: [check], prepare: () => tree.forget('files') },
    noCache: { name: NAMES.noCache, commands: [[...check, '--no-cache']] },
    same: { name: NAMES.same, commands: [check], prepare: warm },
    one: {
      name: NAMES.one,
      commands: [check],
      prepare: () => {
        warm();
        tree.touch(tree.some.slice(0, 1));
      },
    },
  };
}

/** Five changed files, staged, none of which breaks a rule. */
export function staged(cli: string, tree: BenchTree): Contestant {
  const report: unknown = JSON.parse(start([process.execPath, cli, 'check', '--format', 'json'], tree.root));
  const broken = new Set(violationsOf(report).map(({ file }) => file));
  tree.touch(tree.some.filter((file) => !broken.has(file)).slice(0, 5));
  tree.git('add', '--update', '--', '*.ts');
  const check = [process.execPath, cli, 'check', '--staged', '--quiet'];
  start(check, tree.root);
  return { name: NAMES.staged, commands: [check] };
}

/** Ripgrep on the patterns of the tree's contracts. @param files a folder for lists of patterns */
export function ripgreps(root: string, tree: BenchTree, files: string): Readonly<Record<'both' | 'dfa', Contestant>> {
  const { dfa, lookaround } = patternFiles(root, tree, files);
  const options = ['--no-unicode', '-U', '-n', '--column', '-g', '*.{ts,tsx,js,jsx}'];
  const dfaRun = [ripgrep(root), ...options, '-f', dfa, '.'];
  const runs = lookaround === null ? [dfaRun] : [dfaRun, [ripgrep(root), '-P', ...options, '-f', lookaround, '.']];
  return { both: { name: NAMES.ripgrep, commands: runs }, dfa: { name: NAMES.dfa, commands: [dfaRun] } };
}

function ripgrep(root: string): string {
  const require = createRequire(join(root, 'package.json'));
  const home = dirname(require.resolve(`@vscode/ripgrep-${process.platform}-${process.arch}/package.json`));
  return join(home, 'bin', process.platform === 'win32' ? 'rg.exe' : 'rg');
}

/** JavaScript's patterns in ripgrep's spelling: those its own engine takes, and those that need PCRE2. */
function patternFiles(
  root: string,
  tree: BenchTree,
  files: string,
): { readonly dfa: string; readonly lookaround: string | null } {
  const spelt = regexesOf(tree).map(
    ({ source, flags }) => `(?:${flags === 'g' ? '' : `(?${flags.replace('g', '')})`}${source})`,
  );
  const takes = (patterns: readonly string[]): boolean => {
    const every = patterns.flatMap((pattern) => ['-e', pattern]);
    return spawnSync(ripgrep(root), ['--no-unicode', '-U', ...every, '/dev/null']).status !== 2;
  };
  const dfa = takes(spelt) ? spelt : spelt.filter((pattern) => takes([pattern]));
  const others = spelt.filter((pattern) => !dfa.includes(pattern));
  const lists = { dfa: join(files, 'dfa.txt'), lookaround: others.length === 0 ? null : join(files, 'lookaround.txt') };
  writeFileSync(lists.dfa, `${dfa.join('\n')}\n`);
  if (lists.lookaround !== null) writeFileSync(lists.lookaround, `${others.join('\n')}\n`);
  return lists;
}

function regexesOf(tree: BenchTree): readonly RegExp[] {
  const { contracts } = loadContracts(tree.root, ['contracts/**/*.yml']);
  return contracts.flatMap(({ rules }) =>
    rules.flatMap(({ checks }) => checks.flatMap((check) => ('pattern' in check ? [check.pattern.regex] : []))),
  );
}

/** For each rule list the files, read each, run each pattern: upstream's own description of a check. */
export function upstream(tree: BenchTree, files: string): Contestant {
  const { contracts } = loadContracts(tree.root, ['contracts/**/*.yml']);
  const rules = contracts.flatMap((contract) => contract.rules);
  const lists = rules.map(({ checks }) => checks.flatMap((check) => ('pattern' in check ? [check.pattern.regex] : [])));
  const script = join(files, 'upstream.mjs');
  writeFileSync(
    script,
    `import { readdirSync, readFileSync } from 'node:fs';
const rules = [${lists.map((regexes) => `[${regexes.map(String).join(', ')}]`).join(',\n')}];
let found = 0;
for (const regexes of rules) {
  const files = readdirSync('.', { recursive: true }).filter((file) => /\\.(ts|tsx|js|jsx)$/.test(file));
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const regex of regexes) found += [...text.matchAll(regex)].length;
  }
}
console.log(found);
`,
  );
  return { name: NAMES.upstream, commands: [[process.execPath, script]], isSlow: true };
}

export interface Reported {
  readonly file: string | null;
  readonly [field: string]: unknown;
}

/** @throws Error for what is no report of a check */
export function violationsOf(report: unknown): readonly Reported[] {
  if (typeof report !== 'object' || report === null || !('violations' in report) || !Array.isArray(report.violations)) {
    throw new Error('no report of a check');
  }
  return report.violations;
}
