import { expect, it } from 'vitest';
import { makeFolder } from '../../support/make-folder.js';
import { runIn } from '../../support/run-in-process.js';

const PROJECT = { 'src/a.ts': 'one\ntwo\n', '.specflow/config.json': '{}' };

it.each([
  ['is no number', ['--file', 'src/a.ts', '--line', 'two'], 'whole number'],
  ['is not there', ['--file', 'src/a.ts', '--line', '9'], 'src/a.ts has no line 9'],
  ['is of no file', ['--line', '2'], '--file'],
])('refuses a line that %s', async (_, options, said) => {
  const heard = await runIn(makeFolder(PROJECT), ['findings', 'add', 'odd', ...options]);
  expect(heard).toMatchObject({ code: 2, out: '', err: expect.stringContaining(said) });
});
