import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { contractText, parseCheck } from './harness/contract-text.js';
import { guarantee } from './harness/guarantee.js';

/** Long enough for a busy machine, and no pipe anybody ever writes to comes to an end sooner. */
const PATIENCE_MS = 20_000;

guarantee({
  id: 'G-07',
  needs: () => (process.platform === 'win32' ? 'Windows has none of these files' : null),
  async holds(subject) {
    const folder = makeFolder({
      'contracts/c.yml': contractText([{ id: 'A-1', pattern: '/evil/' }]),
      'src/a.ts': 'x\n',
    });
    const special = ['dir.ts', 'fifo.ts', 'loop.ts', 'nowhere.ts', 'socket.ts', 'zero.ts'];
    execFileSync('mkfifo', [join(folder, 'src/fifo.ts')]);
    symlinkSync('/dev/zero', join(folder, 'src/zero.ts'));
    symlinkSync('nothing', join(folder, 'src/nowhere.ts'));
    symlinkSync('loop.ts', join(folder, 'src/loop.ts'));
    mkdirSync(join(folder, 'src/dir.ts'));
    const server = createServer();
    onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
    await new Promise<void>((listening) => server.listen(join(folder, 'src/socket.ts'), listening));

    const run = { cwd: folder, timeoutMs: PATIENCE_MS };
    const checked = await subject.run(['check', '--format', 'json'], run);
    expect(checked.code).toBe(0);
    const [skipped, ...others] = parseCheck(checked.stdout).findings.filter(({ code }) => code.startsWith('file/'));
    expect([skipped?.code, others]).toEqual(['file/not-a-file', []]);
    // A folder is no file at all, whatever its name; the rest is counted and named.
    expect(skipped?.message).toContain(`${special.length - 1} files in scope not looked at`);
    expect(skipped?.files).toEqual(special.filter((file) => file !== 'dir.ts').map((file) => `src/${file}`));

    for (const file of ['fifo.ts', 'zero.ts', 'socket.ts']) {
      const one = await subject.run(['check', `src/${file}`, '--format', 'json'], run);
      expect([file, one.code]).toEqual([file, 0]);
      expect(parseCheck(one.stdout).findings).toMatchObject([{ code: 'file/not-a-file', file: `src/${file}` }]);
    }

    // Our own files may be special ones too.
    execFileSync('mkfifo', [join(folder, 'contracts/d.yml')]);
    const broken = await subject.run(['check'], run);
    expect({ code: broken.code, told: broken.stdout.includes('contracts/d.yml') }).toEqual({ code: 2, told: true });
  },
  bug: {
    file: 'src/platform/files/read-flags.ts',
    find: ' | (constants.O_NONBLOCK ?? 0)',
    replace: '',
  },
});
