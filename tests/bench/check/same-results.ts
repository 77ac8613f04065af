// Whatever makes a check faster must not change what it finds: asked of every tree of the benchmark.
import { loadConfig } from '../../../src/config/load-config.js';
import { loadContracts } from '../../../src/contract/load-contracts.js';
import { enforce } from '../../../src/enforce.js';
import { openWorkingTree } from '../../../src/platform/files/working-tree.js';
import { isCode } from '../../../src/syntax/is-code.js';
import { type Reported, violationsOf } from './contestants.js';
import { start } from './race.js';
import type { BenchTree } from './tree.js';

export interface Compared {
  /** What was left out or used, such as `with the cache`. */
  readonly way: string;
  /** Whether it found the same. */
  readonly isSame: boolean;
}

/**
 * @param isQuick leaves out the engine without its prefilter, which takes a hundred times as long
 */
export function sameResults(cli: string, tree: BenchTree, isQuick: boolean): readonly Compared[] {
  const check = [process.execPath, cli, 'check', '--format', 'json'];
  const run = (...more: readonly string[]): string => start([...check, ...more], tree.root);
  tree.forget('everything');
  const first = run();
  const hasThreads = start([process.execPath, cli, 'check', '--help'], tree.root).includes('--threads');
  const ways: Compared[] = [
    { way: 'with what the run before kept', isSame: run() === first },
    { way: 'with --no-cache', isSame: run('--no-cache') === first },
  ];
  if (hasThreads) {
    for (const threads of ['1', '2', '4']) {
      ways.push({ way: `with --threads ${threads}`, isSame: run('--no-cache', '--threads', threads) === first });
    }
  }
  tree.touch(tree.some.slice(0, 1));
  ways.push({ way: 'with one file changed, against --no-cache', isSame: run() === run('--no-cache') });
  if (!isQuick) ways.push({ way: 'without the prefilter', isSame: plainResults(tree) === places(run('--no-cache')) });
  return ways;
}

/** Every pattern on every text, through the same engine. */
function plainResults(tree: BenchTree): string {
  const config = loadConfig(tree.root);
  const found = enforce({
    tree: openWorkingTree(tree.root, { maxFileBytes: config.maxFileBytes }),
    contracts: loadContracts(tree.root, config.contracts),
    config,
    today: new Date().toISOString().slice(0, 10),
    isCode,
  });
  return listed(
    found.violations.map(({ rule, file, place, fingerprint }) => ({
      ruleId: rule.id,
      file,
      line: place?.line ?? null,
      column: place?.column ?? null,
      fingerprint,
    })),
  );
}

function places(report: string): string {
  return listed(violationsOf(JSON.parse(report)));
}

function listed(violations: readonly Reported[]): string {
  return violations
    .map(({ ruleId, file, line, column, fingerprint }) => [ruleId, file, line ?? null, column ?? null, fingerprint])
    .map((fields) => JSON.stringify(fields))
    .join('\n');
}
