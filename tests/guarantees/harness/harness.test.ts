import { readdirSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { makeFolder } from '../../support/make-folder.js';
import type { Patch } from './plant.js';
import { proveTeeth } from './prove-teeth.js';
import type { Subject } from './subject.js';

const FILE = 'src/model/edit.ts';
const APPENDS = 'result += text.slice(done, start) + edit.text;';
const BUG: Patch = { file: FILE, find: APPENDS, replace: APPENDS.replace(' + edit.text', '') };

async function appliesEdits(subject: Subject): Promise<void> {
  const { applyEdits } = await subject.load<typeof import('../../../src/model/edit.js')>(FILE);
  expect(applyEdits('ab', [{ range: { start: 1, end: 2 }, text: 'c' }])).toBe('ac');
}

it('accepts a test that sees the bug, in a module and on the command line, and leaves nothing behind', async () => {
  const folder = makeFolder();
  vi.stubEnv('TMPDIR', folder);
  await proveTeeth(BUG, appliesEdits);
  await proveTeeth({ file: 'src/commands/program.ts', find: "'specflow'", replace: "'oops'" }, async (subject) => {
    expect((await subject.run(['--help'], { cwd: folder })).stdout).toContain('specflow [');
  });
  vi.unstubAllEnvs();
  expect(readdirSync(folder)).toEqual([]);
});

const REFUSED: readonly [string, Patch | readonly Patch[], (subject: Subject) => Promise<void>, string][] = [
  ['a test without teeth', BUG, async () => undefined, 'no teeth'],
  ['a test that breaks down on the bug', BUG, () => Promise.reject(new TypeError('undefined')), 'broke down'],
  ['a bug in code that is gone', { ...BUG, find: 'nowhere to be found' }, appliesEdits, 'holds 0 times, not once'],
  ['a bug in one of several places', { ...BUG, find: 'edit' }, appliesEdits, 'times, not once'],
  [
    'a bug that breaks everything',
    { file: 'src/cli.ts', find: 'enableLinearFallback();', replace: 'process.exit(9);' },
    appliesEdits,
    'shows nothing',
  ],
  ['a patch over a patch that took its place', [BUG, BUG], appliesEdits, 'holds 0 times'],
];

it.each(REFUSED)('refuses %s', async (_what, bug, holds, complaint) => {
  await expect(proveTeeth(bug, holds)).rejects.toThrow(complaint);
});
