// Breaks the sources in small ways and counts how many of the changes some test notices.
// `npm run test:mutation` does all groups; `npm run test:mutation -- gate score` only these.
// `--force` forgets what earlier runs found out about mutants whose code and tests have not changed since.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { Stryker } from '@stryker-mutator/core';

/** Which sources belong together, the tests that are about them, and what share of the mutants these must notice. */
const GROUPS = {
  write: {
    least: 90,
    mutate: [
      'src/platform/{write-file,in-folder-of,own-files,temporary-file,open-folder,safe-path,save-together,append-log}.ts',
    ],
    tests: ['tests/platform/{write-file,write-file-elsewhere,write-file-faults,safe-path,own-files,lock}.test.ts'],
  },
  journal: {
    least: 90,
    mutate: ['src/runs/*.ts', 'src/platform/lock*.ts'],
    tests: ['tests/runs/*.test.ts', 'tests/platform/{lock*,own-files}.test.ts'],
  },
  score: {
    least: 90,
    mutate: ['src/pattern-store/{score,standing,tier,store,decide-pattern,new-pattern}.ts'],
    tests: ['tests/pattern-store/*.test.ts'],
  },
  gate: {
    least: 90,
    mutate: ['src/heal/gates/*.ts', 'src/heal/{plan-fixes,verify,protected-path}.ts'],
    tests: ['tests/heal/**/*.test.ts'],
  },
  heal: {
    least: 80,
    mutate: ['src/heal/**/*.ts', '!src/heal/gates/*.ts', '!src/heal/{plan-fixes,verify,protected-path}.ts'],
    tests: ['tests/heal/**/*.test.ts'],
  },
  fix: { least: 80, mutate: ['src/fix/**/*.ts'], tests: ['tests/fix/**/*.test.ts', 'tests/bench/heal/cases.test.ts'] },
  engine: { least: 80, mutate: ['src/engine/**/*.ts'], tests: ['tests/engine/**/*.test.ts', 'tests/enforce.test.ts'] },
  exemptions: { least: 80, mutate: ['src/exemptions/*.ts'], tests: ['tests/exemptions/**/*.test.ts'] },
  contract: {
    least: 80,
    mutate: ['src/contract/*.ts', 'src/contract/dialects/*.ts'],
    tests: ['tests/contract/**/*.test.ts'],
  },
};

const NOTICED = new Set(['Killed', 'Timeout']);
const COUNTED = new Set([...NOTICED, 'Survived', 'NoCoverage']);

function scoreOf(mutants) {
  const counted = mutants.filter(({ status }) => COUNTED.has(status)).length;
  const noticed = mutants.filter(({ status }) => NOTICED.has(status)).length;
  return { counted, noticed, percent: counted === 0 ? 0 : (100 * noticed) / counted };
}

/** Stryker passes over a test file that does not load, and all it would have noticed would count as missed. */
function testsPass() {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/mutation/vitest.config.ts'];
  return spawnSync(process.execPath, [...vitest, '--reporter=dot'], { stdio: 'inherit' }).status === 0;
}

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = asked.filter((name) => !Object.hasOwn(GROUPS, name));
if (unknown.length > 0) {
  process.stderr.write(`No such group: ${unknown.join(', ')}. The groups are ${Object.keys(GROUPS).join(', ')}.\n`);
  process.exit(2);
}

const rows = [];
for (const name of asked.length > 0 ? asked : Object.keys(GROUPS)) {
  const { mutate, tests, least } = GROUPS[name];
  process.env.MUTATION_TESTS = tests.join(' ');
  if (!testsPass()) {
    process.stderr.write(`The tests of ${name} have to pass before anything is broken on purpose.\n`);
    process.exit(2);
  }
  const stryker = new Stryker({
    configFile: 'tests/mutation/stryker.config.json',
    mutate: [...mutate, '!src/**/*.d.ts', '!src/**/*-validator.js'],
    incrementalFile: `node_modules/.cache/specflow-mutants/${name}.json`,
    force: process.argv.includes('--force'),
  });
  rows.push({ name, least, ...scoreOf(await stryker.runMutationTest()) });
}
const all = rows.reduce(
  (sum, { counted, noticed }) => ({ counted: sum.counted + counted, noticed: sum.noticed + noticed }),
  {
    counted: 0,
    noticed: 0,
  },
);
rows.push({ name: 'all', least: 80, ...all, percent: all.counted === 0 ? 0 : (100 * all.noticed) / all.counted });

process.stdout.write('\ngroup        mutants  noticed  score  least\n');
for (const { name, counted, noticed, percent, least } of rows) {
  const figures = [String(counted).padStart(8), String(noticed).padStart(8), `${percent.toFixed(1)}%`.padStart(8)];
  process.stdout.write(
    `${name.padEnd(11)}${figures.join(' ')} ${`${least}%`.padStart(5)}${percent < least ? '  too low' : ''}\n`,
  );
}
process.exitCode = rows.some(({ percent, least }) => percent < least) ? 1 : 0;
