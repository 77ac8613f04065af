import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '../../support/make-folder.js';
import { runIn } from '../../support/run-in-process.js';

it.each(['their/store.json', '../other/store.json'])('names the file to import as it was given: %s', async (given) => {
  const broken = '{ "version": 1, "patterns": 3 }';
  const folder = makeFolder({
    'app/.specflow/config.json': '{}',
    'app/their/store.json': broken,
    'other/store.json': broken,
  });
  const { out, err, code } = await runIn(join(folder, 'app'), ['patterns', 'import', given]);
  expect(code).toBe(2);
  expect(err).toContain(`--> ${given}`);
  expect(out).toContain('Nothing was imported.');
});
