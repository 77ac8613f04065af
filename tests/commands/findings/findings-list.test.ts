import { expect, it } from 'vitest';
import { makeFolder } from '../../support/make-folder.js';
import { runIn } from '../../support/run-in-process.js';

it('says of findings that cannot be written that there are none, and why', async () => {
  const root = makeFolder({
    'contracts/a.yml': 'contract_meta: { id: a, version: 1 }\nrules: {}\n',
    '.specflow/findings': 'a file',
  });
  const added = await runIn(root, ['findings', 'add', 'We log too much']);
  expect(added).toMatchObject({ code: 2, out: '', err: expect.stringContaining('finding/not-saved') });
  const synced = await runIn(root, ['findings', 'sync']);
  expect(synced).toMatchObject({ code: 2, out: expect.stringMatching(/^0 findings added, 0 removed/) });
});

it('lists findings with what they say, as far as a line reaches', async () => {
  const root = makeFolder({ 'contracts/a.yml': 'contract_meta: { id: a, version: 1 }\nrules: {}\n' });
  await runIn(root, ['findings', 'add', 'We log too much', '--rule', 'HOUSE-001']);
  await runIn(root, ['findings', 'add', 'word '.repeat(30).trim()]);
  const lines = (await runIn(root, ['findings', 'list'])).out.split('\n');
  expect(lines.slice(1, 5).filter((line) => line.startsWith('  '))).toEqual(
    expect.arrayContaining(['  We log too much', `  ${'word '.repeat(15)}…`]),
  );
});

it('does not say of findings it could not read that there are none', async () => {
  const root = makeFolder({
    'contracts/a.yml': 'contract_meta: { id: a, version: 1 }\nrules: {}\n',
    '.specflow/findings': 'a file',
  });
  const closed = { code: 2, out: '', err: expect.stringContaining('finding/closed-folder') };
  for (const argv of [['list'], ['list', '--status', 'all'], ['show', 'abc'], ['decide', 'abc', '--accept']]) {
    expect(await runIn(root, ['findings', ...argv])).toEqual(closed);
  }
});
