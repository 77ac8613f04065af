import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { flagsFor, letYoungGrow } from '../../src/platform/tune-engine.js';

it('sets no flag that this version of Node complains of', () => {
  const flags = flagsFor(process.versions.v8);
  const script = `for (const flag of ${JSON.stringify(flags)}) process.getBuiltinModule('node:v8').setFlagsFromString(flag)`;
  expect(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
});

it.each([
  ['11.3.244.8-node.38', ['--heap-growing-percent=40', '--interrupt-budget=400000']],
  ['13.6.233.17-node.53', ['--heap-growing-percent=40']],
])('sets what V8 %s knows', (v8, flags) => {
  expect(flagsFor(v8)).toEqual(expect.arrayContaining(flags));
});

it('leaves the compiler alone where it decides otherwise', () => {
  expect(flagsFor('12.4.254.21-node.57').join()).not.toContain('interrupt-budget');
});

it('sets nothing in a version nobody has tried', () => {
  expect(flagsFor('15.1.2-node.1')).toEqual([]);
});

it.each([
  ['11.3.244.8-node.38', 1],
  ['15.1.2-node.1', 0],
])('what V8 %s lets grow it takes back in the end', (v8, expected) => {
  const before = process.listeners('exit');
  letYoungGrow(v8);
  const added = process.listeners('exit').filter((listener) => !before.includes(listener));
  expect(added).toHaveLength(expected);
  for (const listener of added) {
    listener(0);
    process.off('exit', listener);
  }
});
