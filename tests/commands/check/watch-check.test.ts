import { expect, it } from 'vitest';
import { makeFolder } from '../../support/make-folder.js';
import { runIn } from '../../support/run-in-process.js';
import { SECURITY_CONTRACT } from '../../support/sample-contract.js';

it('counts in the line of a watch what could not be looked at, too', async () => {
  const root = makeFolder({
    'contracts/security.yml': SECURITY_CONTRACT,
    'contracts/broken.yml': 'contract_meta: { id: b, version: 1 }\nrules: [}\n',
    'src/a.ts': 'element.innerHTML = bio // FIXME\n',
  });
  const { err } = await runIn(root, ['check', '--watch'], {
    interruptibly: async (_, whenInterrupted) => whenInterrupted,
  });
  expect(err).toMatch(/ {2}1 error, 1 problem, 1 warning {2}\(/);
});
