import { spawnSync } from 'node:child_process';
import { cachedDataVersionTag } from 'node:v8';
import { afterEach, describe, expect, it } from 'vitest';
import { resetEngineFlags } from '../../src/platform/engine-flags.js';
import { enableLinearFallback } from '../../src/platform/regex-engine.js';
import { flagsFor, letYoungGrow, tuneEngine } from '../../src/platform/tune-engine.js';

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

describe('what was compiled under the flags of everybody', () => {
  const untouched = cachedDataVersionTag();
  afterEach(resetEngineFlags);

  it.each<[string, () => void]>([
    ['a check', tuneEngine],
    ['patterns', enableLinearFallback],
    [
      'very many files',
      () => {
        tuneEngine();
        letYoungGrow();
      },
    ],
  ])('is good again once the flags for %s are taken back', (_, set) => {
    set();
    expect(cachedDataVersionTag()).not.toBe(untouched);
    resetEngineFlags();
    expect(cachedDataVersionTag()).toBe(untouched);
  });
});
