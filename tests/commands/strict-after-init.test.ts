import { expect, it } from 'vitest';
import { makeRepository } from '../support/make-repository.js';
import { runIn } from '../support/run-in-process.js';

it('tells how starter rules come through a strict check before the files they are for', async () => {
  const root = makeRepository({ 'src/a.ts': 'export const a = 1;\n', 'src/a.test.ts': 'a\n' });
  const run = (line: string) => runIn(root, line.split(' '));
  await run('init');
  expect((await run('check')).code).toBe(0);
  const strict = await run('check --strict');
  expect(strict.code).toBe(1);
  expect(strict.err).toContain('specflow findings sync, then specflow findings decide <id> --dismiss');

  await run('findings sync');
  for (const { id } of JSON.parse((await run('findings list --json')).out).findings) {
    await run(`findings decide ${id} --dismiss --reason later`);
  }
  expect(await run('check --strict')).toMatchObject({ code: 0, err: '' });
});
