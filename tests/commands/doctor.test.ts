import { expect, it } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { runIn } from '../support/run-in-process.js';
import { storeWith } from '../support/sample-contract.js';

it('tells a configuration that is sound from one that is not there', async () => {
  const heard = async (files: Readonly<Record<string, string>>) => (await runIn(makeFolder(files), ['doctor'])).out;
  expect(await heard({})).toContain('there is no .specflow/config.json, so defaults hold');
  expect(await heard({ '.specflow/config.json': '{}' })).toContain('.specflow/config.json is sound');
});

it('counts one of a thing as one', async () => {
  const rule = '{ id: X-1, title: t, scope: ["src/**"], behavior: { forbidden_patterns: [{ pattern: /bad/ }] } }';
  const root = makeFolder({
    'contracts/x.yml': `contract_meta: { id: x, version: 1 }\nrules: { non_negotiable: [${rule}] }\n`,
    '.specflow/fix-patterns.json': storeWith('0.5', 'silver'),
    'src/a.ts': 'export {};\n',
    'tsconfig.json': '{ "include": ["src"] }\n',
  });
  const { out } = await runIn(root, ['doctor']);
  expect(out).toContain('1 loaded, 1 rule\n');
  expect(out).toContain('1 fix pattern\n');
  expect(out).toContain('covers 1 file\n');
});
