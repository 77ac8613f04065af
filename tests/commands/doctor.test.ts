import { chmodSync } from 'node:fs';
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

it('says what stands where the folder of its state has to be', async () => {
  const { out } = await runIn(makeFolder({ '.specflow': 'a file' }), ['doctor']);
  expect(out.replace(/\s+/g, ' ')).toContain('→ Move the file called .specflow away; a folder has to stand there.');
});

it.skipIf(process.getuid?.() === 0)(
  'says that a project cannot be written where its state is yet to come',
  async () => {
    const root = makeFolder({});
    chmodSync(root, 0o500);
    const { out } = await runIn(root, ['doctor']);
    expect(out.replace(/\s+/g, ' ')).toContain('→ Give this user the right to write to the folder of the project.');
  },
);
