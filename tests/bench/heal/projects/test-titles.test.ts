import { expect, test } from 'vitest';
import { testTitles } from './test-titles.mjs';

test('jest and vitest tell of the tests of each file, and of a file that did not load', () => {
  const report = {
    testResults: [
      {
        name: '/p/test/a.js',
        status: 'failed',
        assertionResults: [
          { fullName: 'a works', status: 'passed' },
          { fullName: 'a breaks', status: 'failed' },
          { fullName: 'a waits', status: 'skipped' },
        ],
      },
      { name: '/p/test/b.js', status: 'failed', assertionResults: [] },
    ],
  };
  expect(testTitles(report, '/p')).toEqual({
    passed: new Set(['test/a.js > a works']),
    failed: new Set(['test/a.js > a breaks', 'test/b.js']),
  });
});

test('mocha tells of the tests that ended in each way', () => {
  const report = {
    stats: { passes: 1, failures: 1 },
    passes: [{ fullTitle: 'a works', file: '/p/test/a.js' }],
    failures: [{ fullTitle: 'a breaks', file: '/p/test/a.js', err: { message: 'no' } }],
    pending: [{ fullTitle: 'a waits', file: '/p/test/a.js' }],
  };
  expect(testTitles(report, '/p')).toEqual({
    passed: new Set(['test/a.js > a works']),
    failed: new Set(['test/a.js > a breaks']),
  });
});
