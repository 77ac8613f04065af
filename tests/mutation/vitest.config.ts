import { defineConfig } from 'vitest/config';

/** The tests a group of mutants has to survive: those that `run.mjs` names, on the sources. */
export default defineConfig({
  test: {
    include: (process.env.MUTATION_TESTS ?? '').split(' ').filter(Boolean),
    // Only what replaces a module needs one of its own; loading all anew for each mutant would double the time.
    isolate: process.env.MUTATION_TESTS?.includes('-faults') === true,
    testTimeout: 30_000,
  },
});
