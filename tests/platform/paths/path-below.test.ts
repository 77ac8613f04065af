import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pathBelow } from '../../../src/platform/paths/path-below.js';
import { makeFolder } from '../../support/make-folder.js';

it('tells where a path lies in a folder, also through a link above it', () => {
  const folder = makeFolder({ 'project/src/a.ts': '' });
  symlinkSync(join(folder, 'project'), join(folder, 'link'));
  const root = join(folder, 'project');
  expect(pathBelow(root, join(root, 'src/a.ts'))).toBe('src/a.ts');
  expect(pathBelow(root, join(folder, 'link/src/a.ts'))).toBe('src/a.ts');
  expect(pathBelow(root, join(folder, 'link/src/new/b.ts'))).toBe('src/new/b.ts');
  expect(pathBelow(root, root)).toBe('');
  expect(pathBelow(root, join(folder, 'project2/a.ts'))).toBeNull();
  expect(pathBelow(root, join(root, '../a.ts'))).toBeNull();
  expect(pathBelow(root, join(root, '..a.ts'))).toBe('..a.ts');
});
