import { defineConfig } from 'vitest/config';

/** Tests that replace a module, or that the flags another test sets for the whole process would mislead. */
const ISOLATED = [
  'tests/fix/one-verification.test.ts',
  'tests/heal/joint/dismiss-together.test.ts',
  'tests/platform/files/write-file-elsewhere.test.ts',
  'tests/platform/files/write-file-faults.test.ts',
  'tests/templates/hostile-text.test.ts',
];

/** Milliseconds. All of what a guarantee can try takes as long as it takes. */
const GUARANTEE_TIMEOUT = process.env.GUARANTEES === 'all' ? 12 * 60 * 60 * 1000 : 120_000;

/** Thousands of runs of the CLI; `guarantees` has a sample of them. FAULTS=all tries each fault, FAULTS=10 each tenth. */
const FAULTS = {
  test: {
    name: 'faults',
    include: ['tests/faults/**/*.test.ts'],
    globalSetup: ['tests/guarantees/harness/global-setup.ts'],
  },
};

// `unit` and `isolated` run on the TypeScript sources and spawn nothing but git; `e2e` builds once and runs the real CLI.
// `guarantees` builds the CLI to a folder of its own, and once more for each bug it plants.
export default defineConfig({
  test: {
    maxWorkers: 2,
    globalSetup: ['tests/support/own-temporary-folder.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/guarantees/**', 'tests/faults/**', 'tests/fixtures/**', ...ISOLATED],
          // Nothing here keeps state between files, and loading everything anew for each would double the time.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      { test: { name: 'isolated', include: ISOLATED, testTimeout: 30_000 } },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/build-cli.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'guarantees',
          include: ['tests/guarantees/**/*.test.ts'],
          globalSetup: ['tests/guarantees/harness/global-setup.ts'],
          testTimeout: GUARANTEE_TIMEOUT,
        },
      },
      ...(process.env.FAULTS ? [FAULTS] : []),
    ],
  },
});
