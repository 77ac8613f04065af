import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readSource, readSourceBytes } from '../../../src/platform/files/read-source.js';
import { makeFolder } from '../../support/make-folder.js';

const LIMIT = 100_000;

describe('readSource', () => {
  it('reads files of any size up to the limit, one after the other', () => {
    const sizes = [0, 1, 8191, 8192, 8193, 65_535, 65_536, 65_537, LIMIT];
    const folder = makeFolder(Object.fromEntries(sizes.map((size) => [`${size}.ts`, 'x'.repeat(size)])));
    for (const size of [...sizes, ...sizes.toReversed()]) {
      expect(readSource(join(folder, `${size}.ts`), LIMIT)).toEqual({
        kind: 'text',
        text: 'x'.repeat(size),
        bom: false,
      });
    }
  });

  it('names a file above the limit, and a large binary as what it is', () => {
    const folder = makeFolder({
      'big.ts': 'x'.repeat(LIMIT + 1),
      'big.png': `\0${'x'.repeat(LIMIT)}`,
      'tiny.ts': 'abc',
    });
    expect(readSource(join(folder, 'big.ts'), LIMIT)).toMatchObject({ kind: 'skipped', reason: 'too-big' });
    expect(readSource(join(folder, 'big.png'), LIMIT)).toMatchObject({ kind: 'skipped', reason: 'binary' });
    expect(readSource(join(folder, 'tiny.ts'), 2)).toMatchObject({ kind: 'skipped', reason: 'too-big' });
  });

  it('does not believe the size of a file that has none', () => {
    expect(readSource('/proc/self/status', 10)).toMatchObject({ kind: 'skipped', reason: 'too-big' });
  });

  it('tells a missing file from one that is none', async () => {
    const folder = makeFolder({ 'a.ts': 'a' });
    mkdirSync(join(folder, 'folder.ts'));
    symlinkSync('a.ts', join(folder, 'link.ts'));
    symlinkSync('/dev/zero', join(folder, 'zero.ts'));
    execFileSync('mkfifo', [join(folder, 'pipe.ts')]);
    const server = createServer();
    onTestFinished(() => void server.close());
    await new Promise<void>((done) => server.listen(join(folder, 'socket.ts'), done));

    expect(readSource(join(folder, 'none.ts'), LIMIT)).toEqual({ kind: 'gone' });
    expect(readSource(join(folder, 'a.ts', 'below.ts'), LIMIT)).toEqual({ kind: 'gone' });
    for (const name of ['folder.ts', 'link.ts', 'zero.ts', 'pipe.ts', 'socket.ts']) {
      expect(readSource(join(folder, name), LIMIT), name).toMatchObject({ kind: 'skipped', reason: 'not-a-file' });
    }
  });

  it.each([0, 1, 65_535, 65_536, 65_537, LIMIT])(
    'says of %i bytes when they were written, where that is wanted',
    (size) => {
      const folder = makeFolder({ 'a.ts': 'x'.repeat(size) });
      const path = join(folder, 'a.ts');
      const { size: told, ino, mtimeMs } = statSync(path);
      expect(readSourceBytes(path, LIMIT, true)).toMatchObject({ kind: 'bytes', stamp: { size: told, ino, mtimeMs } });
      expect(readSourceBytes(path, LIMIT)).toMatchObject({ kind: 'bytes', bytes: Buffer.from('x'.repeat(size)) });
    },
  );
});
