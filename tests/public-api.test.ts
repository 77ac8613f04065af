import { expect, it } from 'vitest';
import * as api from '../src/index.js';
import * as testApi from '../src/vitest.js';

// A name that comes or goes changes what others build on: on purpose, and seen in review.
it('exports what it promises', () => {
  expect(Object.keys(api).sort()).toEqual([
    'CHECK_REPORTERS',
    'DEFAULT_CONFIG',
    'HEAL_REPORTERS',
    'UsageError',
    'compileScope',
    'countsOf',
    'enforce',
    'exitCodeOf',
    'findProjectRoot',
    'healViolations',
    'isCode',
    'loadConfig',
    'loadContracts',
    'openGit',
    'openIndexTree',
    'openWorkingTree',
    'outlookOf',
    'parseContract',
    'readBaselineFile',
    'readPatternFile',
  ]);
});

it('exports one name for vitest', () => {
  expect(Object.keys(testApi)).toEqual(['contractTests']);
});
