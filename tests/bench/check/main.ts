import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { NODE, ours, ripgreps, staged, upstream } from './contestants.js';
import { corpus, holdsText, SIZES, type Size } from './corpora.js';
import { linters } from './linters.js';
import { type Measured, race } from './race.js';
import { limitsOf, resultsText, type SizeResults } from './results.js';
import { manyRules } from './rules.js';
import { sameResults } from './same-results.js';
import { type BenchTree, benchTree } from './tree.js';

interface Place {
  readonly root: string;
  readonly here: string;
}

interface Plan extends Place {
  readonly cache: string;
  readonly cli: string;
  readonly contracts: string;
  readonly runs: number;
  readonly isQuick: boolean;
  readonly isWithRivals: boolean;
  /** For lists of patterns. */
  readonly files: string;
}

const USAGE = `npm run build && npm run bench -- [--size 1k,10k,100k] [--runs 9] [--quick] [--no-rivals]
       [--contracts <folder>] [--cache <folder>] [--cli <file>] [--json <file>] [--results <file>]
--quick: the 1k tree, 5 runs, without linters and without the comparison with the plain engine; exits 1 where a limit
is missed or results differ. Fetches its corpora from npm into --cache (a folder "specflow-bench" of the system's
temporary one) on first use. --results writes the tables of all sizes to a page.
`;

const RULE_COUNTS = [10, 100, 1000];

export async function main(argv: readonly string[], place: Place): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      size: { type: 'string' },
      runs: { type: 'string' },
      quick: { type: 'boolean', default: false },
      'no-rivals': { type: 'boolean', default: false },
      contracts: { type: 'string', default: join(place.here, 'contracts') },
      cache: { type: 'string', default: join(tmpdir(), 'specflow-bench') },
      cli: { type: 'string', default: join(place.root, 'dist/cli.cjs') },
      json: { type: 'string' },
      results: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const wanted = (values.size ?? (values.quick ? '1k' : '10k')).split(',');
  const sizes = SIZES.filter((size) => wanted.includes(size));
  if (values.help || sizes.length < wanted.length) {
    process.stdout.write(USAGE);
    return values.help ? 0 : 2;
  }
  const plan: Plan = {
    ...place,
    cache: resolve(values.cache),
    cli: resolve(values.cli),
    contracts: resolve(values.contracts),
    runs: Number(values.runs ?? (values.quick ? 5 : 9)),
    isQuick: values.quick,
    isWithRivals: !values['no-rivals'] && !values.quick,
    files: mkdtempSync(join(tmpdir(), 'specflow-bench-')),
  };
  mkdirSync(plan.cache, { recursive: true });
  try {
    const all: SizeResults[] = [];
    for (const size of sizes) {
      const results = measure(size, plan);
      all.push(results);
      process.stdout.write(`\n${resultsText(results)}\n`);
    }
    if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine: machine(), results: all }, null, 2)}\n`);
    if (values.results) writeFileSync(values.results, page(all));
    const isGood = all.every(
      (each) =>
        each.same.every(({ isSame }) => isSame) && limitsOf(each).every(({ limit, measured }) => measured <= limit),
    );
    return isGood ? 0 : 1;
  } finally {
    rmSync(plan.files, { recursive: true, force: true });
  }
}

function measure(size: Size, plan: Plan): SizeResults {
  const root = corpus(plan.cache, size, plan.contracts);
  const tree = benchTree(root, plan.contracts);
  const notes: string[] = [];
  tree.restore();
  try {
    const say = (what: string): void => void process.stderr.write(`${size}: ${what}\n`);
    say('comparing results');
    const same = sameResults(plan.cli, tree, plan.isQuick || size === '100k');
    if (size === '100k') notes.push('the comparison with the engine without prefilter, which would take an hour');
    tree.restore();
    say('scans');
    const { full, noCache, same: unchanged, one } = ours(plan.cli, tree);
    const { both, dfa } = ripgreps(plan.root, tree, plan.files);
    const byRule = size === '100k' || plan.isQuick ? [] : [upstream(tree, plan.files)];
    if (size === '100k') notes.push('the scan by rule, which would take half an hour a run');
    const scan = [
      ...race([full, both, dfa, noCache, unchanged, one, NODE], root, plan.runs),
      ...race(byRule, root, Math.min(2, plan.runs)),
      ...rivals(size, tree, plan, notes),
    ];
    tree.restore();
    say('staged files');
    const commit = race([staged(plan.cli, tree), NODE], root, Math.max(plan.runs, 15));
    tree.restore();
    const results = { size, holds: holdsText(root), scan, staged: commit, rules: [], same, notes };
    // Rules by the hundred take as long again: what is known is told at once.
    say(`so far\n\n${resultsText(results)}\n`);
    const rules = size === '10k' || plan.isQuick ? ruleSteps(tree, plan, say) : [];
    return { ...results, rules };
  } finally {
    tree.restore();
  }
}

function rivals(size: Size, tree: BenchTree, plan: Plan, notes: string[]): readonly Measured[] {
  if (!plan.isWithRivals) return [];
  const { all, missing } = linters(plan.cache);
  if (missing !== null) notes.push(`linters: ${missing}`);
  const able = size === '1k' ? all : all.filter(({ name }) => !name.startsWith('ESLint'));
  if (able.length < all.length) notes.push('ESLint on the larger trees, which takes minutes a run');
  return race(able, tree.root, Math.min(3, plan.runs));
}

function ruleSteps(tree: BenchTree, plan: Plan, say: (what: string) => void): SizeResults['rules'] {
  return RULE_COUNTS.map((count) => {
    say(`${count} rules`);
    tree.ruleBy(manyRules(count));
    const { full, same } = ours(plan.cli, tree);
    const { both } = ripgreps(plan.root, tree, plan.files);
    return { count, all: race([full, same, both], tree.root, Math.min(plan.runs, 7)) };
  });
}

function machine(): string {
  return `${cpus().length} cores, Node ${process.versions.node.split('.')[0]}`;
}

function page(all: readonly SizeResults[]): string {
  return `# Results

Made by \`npm run bench -- --size ${all.map(({ size }) => size).join(',')} --results tests/bench/check/results.md\` on ${machine()}. Milliseconds are medians of whole processes, start-up included, everybody in turn, with the page cache warm; the ratio is that of the medians, in brackets what nine pairs of ten lay between. [What the contestants do](README.md).

${all.map(resultsText).join('\n\n')}
`;
}
