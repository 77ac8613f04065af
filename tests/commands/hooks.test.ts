import { expect, it } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { runIn } from '../support/run-in-process.js';

it('keeps no settings that are not there', async () => {
  const { out, code } = await runIn(makeFolder({}), ['hooks', 'uninstall', '--agent', 'cursor']);
  expect(out).toBe('not there    .cursor/hooks.json  (nothing to take out)\n');
  expect(code).toBe(0);
});
