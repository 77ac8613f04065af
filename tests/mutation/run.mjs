// Breaks the sources in small ways and counts how many of the changes some test notices: `npm run test:mutation`.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

/**
 * Which sources belong together, the tests that are about them, and what share of the mutants these must notice.
 * `anew`: some of the tests replace a module, so that all is loaded anew for each mutant, which takes a hundred times as long.
 */
const GROUPS = {
  write: {
    least: 90,
    anew: true,
    mutate: [
      'src/platform/{files/write-file,scratch/temporary-file}.ts',
      'src/platform/paths/{in-folder-of,open-folder,safe-path}.ts',
      'src/platform/state/{own-files,save-together,append-log}.ts',
    ],
    tests: [
      'tests/platform/files/{write-file,write-file-elsewhere,write-file-faults}.test.ts',
      'tests/platform/paths/safe-path.test.ts',
      'tests/platform/state/{own-files,lock}.test.ts',
    ],
  },
  journal: {
    least: 90,
    anew: true,
    mutate: ['src/runs/*.ts', 'src/platform/state/lock*.ts'],
    tests: ['tests/runs/*.test.ts', 'tests/platform/state/{lock*,own-files}.test.ts'],
  },
  score: {
    least: 90,
    mutate: [
      'src/pattern-store/trust/{score,standing,tier,decide-pattern}.ts',
      'src/pattern-store/{store,new-pattern}.ts',
    ],
    tests: ['tests/pattern-store/**/*.test.ts'],
  },
  gate: {
    least: 90,
    mutate: ['src/heal/gates/*.ts', 'src/heal/{joint/plan-fixes,writing/verify,access/protected-path}.ts'],
    tests: ['tests/heal/**/!(dry-run-diff).test.ts'],
  },
  heal: {
    least: 80,
    mutate: [
      'src/heal/**/*.ts',
      '!src/heal/gates/*.ts',
      '!src/heal/{joint/plan-fixes,writing/verify,access/protected-path}.ts',
    ],
    tests: ['tests/heal/**/!(dry-run-diff).test.ts'],
  },
  fix: {
    least: 80,
    mutate: ['src/{fix,traps,semantics}/**/*.ts'],
    tests: ['tests/{fix,traps,semantics}/**/!(one-verification|properties).test.ts', 'tests/bench/heal/cases.test.ts'],
  },
  engine: {
    least: 80,
    mutate: ['src/engine/**/*.ts'],
    tests: ['tests/{engine,shard}/**/*.test.ts', 'tests/prescan/**/!(survey).test.ts', 'tests/enforce.test.ts'],
  },
  exemptions: { least: 80, mutate: ['src/exemptions/*.ts'], tests: ['tests/exemptions/**/*.test.ts'] },
  contract: {
    least: 80,
    mutate: ['src/contract/**/*.ts'],
    tests: ['tests/contract/**/*.test.ts'],
  },
};

const NOTICED = new Set(['Killed', 'Timeout']);
const COUNTED = new Set([...NOTICED, 'Survived', 'NoCoverage']);

function scoreOf(all, every) {
  const mutants = all.filter(({ id }) => Number(id) % every === 0);
  const counted = mutants.filter(({ status }) => COUNTED.has(status)).length;
  const noticed = mutants.filter(({ status }) => NOTICED.has(status)).length;
  return { counted, noticed, percent: counted === 0 ? 0 : (100 * noticed) / counted };
}

/** Stryker passes over a test file that does not load, and all it would have noticed would count as missed. */
function testsPass() {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/mutation/vitest.config.ts'];
  return spawnSync(process.execPath, [...vitest, '--reporter=dot'], { stdio: 'inherit' }).status === 0;
}

const HELP = `Usage: npm run test:mutation -- [options] [groups]

Groups: ${Object.keys(GROUPS).join(', ')} (default: all)

  --every <n>  tries only each nth change, to see in minutes where to look; the table says that it is a sample
  --force      forgets what earlier runs found out about changes whose code and tests are the same since
`;

function readArguments() {
  const options = { every: { type: 'string', default: '1' }, force: { type: 'boolean' }, help: { type: 'boolean' } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const every = Number(values.every);
  if (!Number.isInteger(every) || every < 1) throw new Error('--every takes a whole number of at least 1.');
  const unknown = positionals.filter((name) => !Object.hasOwn(GROUPS, name));
  if (unknown.length > 0) throw new Error(`No such group: ${unknown.join(', ')}.`);
  return { ...values, every, asked: positionals };
}

function argumentsOrExit() {
  try {
    return readArguments();
  } catch (error) {
    process.stderr.write(`${error.message}\n\n${HELP}`);
    return process.exit(2);
  }
}

const { asked, every, force = false, help } = argumentsOrExit();
if (help) {
  process.stdout.write(HELP);
  process.exit(0);
}

const rows = [];
for (const name of asked.length > 0 ? asked : Object.keys(GROUPS)) {
  const { mutate, tests, least, anew } = GROUPS[name];
  const step = anew ? 1 : every;
  process.env.MUTATION_TESTS = tests.join(' ');
  process.env.MUTATION_EVERY = String(step);
  if (!testsPass()) {
    process.stderr.write(`The tests of ${name} have to pass before anything is broken on purpose.\n`);
    process.exit(2);
  }
  const stryker = new Stryker({
    configFile: 'tests/mutation/stryker.config.json',
    testRunner: anew ? 'vitest' : 'in-place',
    mutate: [...mutate, '!src/**/*.d.ts', '!src/**/*-validator.js'],
    incrementalFile: `node_modules/.cache/specflow-mutants/${name}${step > 1 ? `-every-${step}` : ''}.json`,
    force,
  });
  rows.push({ name, least, isSample: step > 1, ...scoreOf(await stryker.runMutationTest(), step) });
}
const total = (figure) => rows.reduce((sum, row) => sum + row[figure], 0);
const percent = rows.length === 0 ? 0 : (100 * total('noticed')) / Math.max(total('counted'), 1);
const isSample = rows.some((row) => row.isSample);
rows.push({ name: 'all', least: 80, isSample, counted: total('counted'), noticed: total('noticed'), percent });

process.stdout.write('\ngroup        mutants  noticed  score  least\n');
for (const { name, counted, noticed, percent, least, isSample } of rows) {
  const figures = [String(counted).padStart(8), String(noticed).padStart(8), `${percent.toFixed(1)}%`.padStart(8)];
  const remarks = [isSample ? `  a sample: one in ${every}` : '', percent < least ? '  too low' : ''].join('');
  process.stdout.write(`${name.padEnd(11)}${figures.join(' ')} ${`${least}%`.padStart(5)}${remarks}\n`);
}
process.exitCode = rows.some(({ percent, least }) => percent < least) ? 1 : 0;
