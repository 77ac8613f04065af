import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { flagsFor } from '../../../src/platform/runtime/tune-engine.js';

const setBy = (v8: string): readonly string[] => flagsFor(v8).map(({ set }) => set);

it('sets no flag that this version of Node complains of', () => {
  const flags = flagsFor(process.versions.v8).flatMap(({ set, back }) => [set, back]);
  const script = `for (const flag of ${JSON.stringify(flags)}) process.getBuiltinModule('node:v8').setFlagsFromString(flag)`;
  expect(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
});

it.each([
  ['11.3.244.8-node.38', ['--heap-growing-percent=40', '--interrupt-budget=400000']],
  ['13.6.233.17-node.53', ['--heap-growing-percent=40']],
])('sets what V8 %s knows', (v8, flags) => {
  expect(setBy(v8)).toEqual(expect.arrayContaining(flags));
});

it('leaves the compiler alone where it decides otherwise', () => {
  expect(setBy('12.4.254.21-node.57').join()).not.toContain('interrupt-budget');
});

it('sets nothing in a version nobody has tried', () => {
  expect(setBy('15.1.2-node.1')).toEqual([]);
});

// In a process of its own: flags are those of all threads, and other tests set some.
it('what was compiled under the flags of everybody is good again once they are taken back', () => {
  const script = `const v8 = process.getBuiltinModule('node:v8');
    const flags = ${JSON.stringify(flagsFor(process.versions.v8))};
    const tags = [v8.cachedDataVersionTag()];
    for (const { set } of flags) v8.setFlagsFromString(set);
    tags.push(v8.cachedDataVersionTag());
    for (const { back } of flags) v8.setFlagsFromString(back);
    tags.push(v8.cachedDataVersionTag());
    console.log(JSON.stringify(tags));`;
  const run = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  const [untouched, tuned, again]: readonly number[] = JSON.parse(run.stdout);
  expect(tuned).not.toBe(untouched);
  expect(again).toBe(untouched);
});
