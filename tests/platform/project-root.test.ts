import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProjectRoot } from '../../src/platform/project-root.js';
import { makeFolder } from '../support/make-folder.js';

// Every case lies under a `.git` of its own, so that the machine's folders above cannot matter.
describe('findProjectRoot', () => {
  it.each([
    ['the git top when nothing is nearer', ['.git/HEAD', 'src/x/a.ts'], 'src/x', '.'],
    ['the nearest folder with contracts', ['.git/HEAD', 'app/contracts/a.yml', 'app/src/a.ts'], 'app/src', 'app'],
    ['the nearest folder with .specflow', ['.git/HEAD', '.specflow/config.json', 'src/a.ts'], 'src', '.'],
    ['docs/contracts counts', ['.git/HEAD', 'app/docs/contracts/a.yml', 'app/src/a.ts'], 'app/src', 'app'],
    ['the git top beats a package inside it', ['.git/HEAD', 'app/package.json', 'app/src/a.ts'], 'app/src', '.'],
    [
      'it never leaves the work tree',
      ['.git/HEAD', 'contracts/a.yml', 'inner/.git', 'inner/src/a.ts'],
      'inner/src',
      'inner',
    ],
    ['a file called contracts is no folder', ['.git/HEAD', 'src/contracts'], 'src', '.'],
    ['a folder called contracts with code in it is code', ['.git/HEAD', 'src/contracts/a.ts', 'src/a.ts'], 'src', '.'],
    ['the start itself counts', ['.git/HEAD', 'contracts/a.yml'], '.', '.'],
  ])('%s', (_, files, from, root) => {
    const folder = makeFolder(Object.fromEntries(files.map((file) => [file, ''])));
    expect(findProjectRoot(join(folder, from))).toBe(join(folder, root));
  });

  it('a link in a circle is no folder', () => {
    const folder = makeFolder({ '.git/HEAD': '' });
    for (const name of ['.specflow', 'contracts']) symlinkSync(name, join(folder, name));
    expect(findProjectRoot(folder)).toBe(folder);
  });

  it('falls back on the nearest package, then on the start', () => {
    const folder = makeFolder({ 'package.json': '{}' });
    mkdirSync(join(folder, 'src'));
    expect(findProjectRoot(join(folder, 'src'))).toBe(folder);
    expect(findProjectRoot(makeFolder())).toMatch(/specflow-test-/);
  });
});
