import { expect, it } from 'vitest';
import { makeFolder } from '../../support/make-folder.js';
import { runIn } from '../../support/run-in-process.js';

it('lists findings with what they say, as far as a line reaches', async () => {
  const root = makeFolder({ 'contracts/a.yml': 'contract_meta: { id: a, version: 1 }\nrules: {}\n' });
  await runIn(root, ['findings', 'add', 'We log too much', '--rule', 'HOUSE-001']);
  await runIn(root, ['findings', 'add', 'word '.repeat(30).trim()]);
  const lines = (await runIn(root, ['findings', 'list'])).out.split('\n');
  expect(lines.slice(1, 5).filter((line) => line.startsWith('  '))).toEqual(
    expect.arrayContaining(['  We log too much', `  ${'word '.repeat(15)}…`]),
  );
});
