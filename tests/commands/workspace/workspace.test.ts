import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toRootPaths } from '../../../src/commands/workspace/to-root-paths.js';
import { makeFolder } from '../../support/make-folder.js';

describe('paths as typed', () => {
  it.each([
    ['src/a.ts', '.', 'src/a.ts'],
    ['a.ts', 'src', 'src/a.ts'],
    ['..', 'src', '.'],
    ['../..not/x', 'src', '..not/x'],
    ['.', '.', '.'],
    ['src//./a.ts', '.', 'src/a.ts'],
  ])('%s, typed in %s, is %s', (typed, folder, expected) => {
    expect(toRootPaths([typed], '/project', join('/project', folder))).toEqual([expected]);
  });

  it.each([[''], ['..'], ['../project-2/a.ts'], ['/etc/passwd']])('refuses %j', (typed) => {
    expect(() => toRootPaths([typed], '/project', '/project')).toThrow(/empty|outside/);
  });

  it('follows links above the project, as far as the path exists', () => {
    const folder = makeFolder({ 'real/project/src/a.ts': '' });
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    const project = join(folder, 'real/project');
    const typed = ['src/a.ts', 'src/new/b.ts'].map((file) => join(folder, 'link/project', file));
    expect(toRootPaths(typed, project, project)).toEqual(['src/a.ts', 'src/new/b.ts']);
    expect(() => toRootPaths([join(folder, 'link/other.ts')], project, project)).toThrow('outside');
  });
});
