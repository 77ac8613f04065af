import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { loadContracts } from '../../../src/contract/load-contracts.js';

/** One command, run in a tree. Several commands that do the work of one are timed as one. */
export interface Contestant {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
  /** Before each run, not timed. */
  readonly prepare?: readonly string[];
}

/** @param files for lists of patterns, a folder that may be written to */
export function contestants(root: string, tree: string, files: string): readonly Contestant[] {
  const cli = [process.execPath, join(root, 'dist/cli.js'), 'check', '--quiet'];
  const { dfa, lookaround } = patternFiles(root, tree, files);
  const options = ['--no-unicode', '-U', '-n', '--column', '-g', '*.{ts,tsx,js,jsx}'];
  const dfaRun = [ripgrep(root), ...options, '-f', dfa, '.'];
  const lookaroundRun = [ripgrep(root), '-P', ...options, '-f', lookaround, '.'];
  return [
    { name: 'specflow', commands: [[...cli, '--no-cache']] },
    { name: 'specflow, nothing changed', commands: [cli], prepare: cli },
    { name: 'ripgrep, the same work', commands: [dfaRun, lookaroundRun] },
    { name: 'ripgrep, its DFA run alone', commands: [dfaRun] },
    { name: 'a scan by rule, as upstream writes it', commands: [[process.execPath, join(files, 'naive.mjs')]] },
    { name: 'node -e 0', commands: [[process.execPath, '-e', '0']] },
  ];
}

function ripgrep(root: string): string {
  const require = createRequire(join(root, 'package.json'));
  const home = dirname(require.resolve(`@vscode/ripgrep-${process.platform}-${process.arch}/package.json`));
  return join(home, 'bin', process.platform === 'win32' ? 'rg.exe' : 'rg');
}

/** JavaScript's patterns in ripgrep's spelling: those its own engine takes, and those that need PCRE2. */
function patternFiles(
  root: string,
  tree: string,
  files: string,
): { readonly dfa: string; readonly lookaround: string } {
  const { contracts } = loadContracts(tree, ['contracts/**/*.yml']);
  const rules = contracts.flatMap((contract) => contract.rules);
  const regexes = rules.flatMap((rule) =>
    rule.checks.flatMap((check) => ('pattern' in check ? [check.pattern.regex] : [])),
  );
  const spelt = regexes.map(
    ({ source, flags }) => `(?:${flags === 'g' ? '' : `(?${flags.replace('g', '')})`}${source})`,
  );
  const takes = (pattern: string): boolean =>
    spawnSync(ripgrep(root), ['--no-unicode', '-U', '-e', pattern, '/dev/null']).status !== 2;
  const dfa = spelt.filter(takes);
  const lists = { dfa: join(files, 'dfa.txt'), lookaround: join(files, 'lookaround.txt') };
  writeFileSync(lists.dfa, `${dfa.join('\n')}\n`);
  writeFileSync(lists.lookaround, `${spelt.filter((pattern) => !dfa.includes(pattern)).join('\n')}\n`);
  writeFileSync(join(files, 'naive.mjs'), naiveScan(rules.length, regexes));
  return lists;
}

/** For each rule list the files, read each, run each pattern: upstream's own description of a check. */
function naiveScan(rules: number, regexes: readonly RegExp[]): string {
  return `import { readdirSync, readFileSync } from 'node:fs';
const regexes = [${regexes.map(String).join(', ')}];
let found = 0;
const perRule = Math.ceil(regexes.length / ${rules});
for (let at = 0; at < regexes.length; at += perRule) {
  const files = readdirSync('.', { recursive: true }).filter((file) => /\\.(ts|tsx|js|jsx)$/.test(file));
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const regex of regexes.slice(at, at + perRule)) found += [...text.matchAll(regex)].length;
  }
}
console.log(found);
`;
}
