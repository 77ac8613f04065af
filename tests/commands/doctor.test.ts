import { expect, it } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { runIn } from '../support/run-in-process.js';

it('tells a configuration that is sound from one that is not there', async () => {
  const heard = async (files: Readonly<Record<string, string>>) => (await runIn(makeFolder(files), ['doctor'])).out;
  expect(await heard({})).toContain('there is no .specflow/config.json, so defaults hold');
  expect(await heard({ '.specflow/config.json': '{}' })).toContain('.specflow/config.json is sound');
});
