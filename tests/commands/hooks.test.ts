import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { runIn } from '../support/run-in-process.js';

it('keeps no settings that are not there', async () => {
  const { out, code } = await runIn(makeFolder({}), ['hooks', 'uninstall', '--agent', 'cursor']);
  expect(out).toBe('not there    .cursor/hooks.json  (nothing to take out)\n');
  expect(code).toBe(0);
});

it('says that what it installs finds no program yet', async () => {
  const root = makeFolder({});
  const missing = 'npm install --save-dev specflow';
  expect((await runIn(root, ['hooks', 'install', '--agent', 'claude'])).out).toContain(missing);
  const there = makeFolder({ 'node_modules/.bin/specflow': '#!/bin/sh\n' });
  chmodSync(join(there, 'node_modules/.bin/specflow'), 0o755);
  expect((await runIn(there, ['hooks', 'install', '--agent', 'claude'])).out).not.toContain(missing);
});

it('says of each hook whose it is, where several agents have ours', async () => {
  const root = makeFolder({ 'contracts/x.yml': 'contract_meta: { id: x, version: 1 }\nrules: {}\n' });
  const status = async (): Promise<string> => (await runIn(root, ['hooks', 'status'])).out;
  await runIn(root, ['hooks', 'install', '--agent', 'claude']);
  expect(await status()).not.toContain('Claude Code\n');
  await runIn(root, ['hooks', 'install', '--agent', 'cursor']);
  expect(await status()).toMatch(/^Claude Code\n.*\nCursor\n/s);
});
