import { defineConfig } from 'vitest/config';

// `unit` runs on the TypeScript sources and spawns nothing; `e2e` builds once and runs the real CLI.
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/e2e/**', 'tests/fixtures/**'] } },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/build-cli.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
