import { expect, it } from 'vitest';
import { printStore } from '../../../src/pattern-store/format/print-store.js';
import { EMPTY_STORE, withPatterns } from '../../../src/pattern-store/store.js';
import { makePattern } from '../../pattern-store/make-pattern.js';
import { makeFolder } from '../../support/make-folder.js';
import { runIn } from '../../support/run-in-process.js';

it('says what a rejected pattern loses', async () => {
  const patterns = [makePattern({ id: 'p' }), makePattern({ id: 'q', accepted: true })];
  const root = makeFolder({ '.specflow/fix-patterns.json': printStore(withPatterns(EMPTY_STORE, patterns)) });
  expect((await runIn(root, ['patterns', 'reject', 'p'])).out).toBe('rejected p; counted as a failure\n');
  expect((await runIn(root, ['patterns', 'reject', 'q'])).out).toBe(
    'rejected q; counted as a failure, and no longer accepted\n',
  );
});
