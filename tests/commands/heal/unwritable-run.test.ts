import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '../../support/make-folder.js';
import { runIn } from '../../support/run-in-process.js';
import { SECURITY_CONTRACT } from '../../support/sample-contract.js';

it('names no report that could not be written, and claims nothing was healed that was not', async () => {
  const root = makeFolder({
    'contracts/security.yml': SECURITY_CONTRACT,
    'src/a.ts': 'export const api_key = "abcdefgh1"\n',
    '.specflow/config.json': '{}',
  });
  // Whoever runs the tests may be root, who may write anywhere; a file in its place is in anybody's way.
  writeFileSync(join(root, '.specflow/runs'), '');
  const { out, err, code } = await runIn(root, ['heal']);
  expect(code).toBe(3);
  expect(`${out}${err}`).not.toMatch(/^Report:|were healed/m);
});
