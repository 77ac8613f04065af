import { mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFile, replaceFile, writeOwnFile } from '../../../src/platform/files/write-file.js';
import type { WriteResult } from '../../../src/platform/files/write-result.js';
import { makeFolder } from '../../support/make-folder.js';

const HOURS = 3600;

function age(file: string, seconds: number): void {
  const then = Date.now() / 1000 - seconds;
  utimesSync(file, then, then);
}

function litteredFolder(): string {
  const root = makeFolder({
    'src/a.ts': 'a\n',
    'src/.specflow-0123456789abcdef.tmp': 'left long ago',
    'src/.specflow-fedcba9876543210.tmp': 'being written',
    'src/.specflow-0123.tmp': 'not of our naming',
    'src/notes.tmp': 'nor this',
    'lib/.specflow-0123456789abcdef.tmp': 'where nobody writes',
  });
  mkdirSync(join(root, 'src/.specflow-aaaaaaaaaaaaaaaa.tmp'));
  symlinkSync('notes.tmp', join(root, 'src/.specflow-bbbbbbbbbbbbbbbb.tmp'));
  for (const name of readdirSync(join(root, 'src')))
    if (!name.includes('bbbb')) age(join(root, 'src', name), 5 * HOURS);
  age(join(root, 'src/.specflow-fedcba9876543210.tmp'), 60);
  age(join(root, 'lib/.specflow-0123456789abcdef.tmp'), 5 * HOURS);
  return root;
}

describe('what a kill left beside a file', () => {
  it.each<[string, (root: string) => WriteResult]>([
    ['replaced', (root) => replaceFile(root, 'src/a.ts', 'a\n', false, 'b\n')],
    ['created', (root) => createFile(root, 'src/b.ts', 'b\n')],
    ['written', (root) => writeOwnFile(root, 'src/report.md', 'b\n')],
  ])('goes when one there is %s, and nothing else does', (_, write) => {
    const root = litteredFolder();
    const before = readdirSync(join(root, 'src'));
    expect(write(root)).toEqual({ kind: 'written' });
    const after = readdirSync(join(root, 'src'));
    expect(before.filter((name) => !after.includes(name))).toEqual(['.specflow-0123456789abcdef.tmp']);
    expect(readdirSync(join(root, 'lib'))).toEqual(['.specflow-0123456789abcdef.tmp']);
  });

  it('is left to the holder of the lock among our own state', () => {
    const root = makeFolder({ '.specflow/.specflow-0123456789abcdef.tmp': 'x' });
    age(join(root, '.specflow/.specflow-0123456789abcdef.tmp'), 5 * HOURS);
    writeOwnFile(root, '.specflow/evidence.jsonl', '');
    expect(readdirSync(join(root, '.specflow'))).toHaveLength(2);
  });

  it('is looked for once a folder', () => {
    const root = litteredFolder();
    createFile(root, 'src/b.ts', 'b\n');
    writeFileSync(join(root, 'src/.specflow-0123456789abcdef.tmp'), 'again');
    age(join(root, 'src/.specflow-0123456789abcdef.tmp'), 5 * HOURS);
    createFile(root, 'src/c.ts', 'c\n');
    expect(readdirSync(join(root, 'src'))).toContain('.specflow-0123456789abcdef.tmp');
  });
});
