import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeFolder, writeFiles } from '../../support/make-folder.js';
import { commitAll, git, makeRepository } from '../../support/make-repository.js';
import { runIn } from '../../support/run-in-process.js';

const CONTRACT = `contract_meta: { id: app, version: 1 }
rules:
  non_negotiable:
    - id: APP-001
      title: No eval
      scope: ["src/**"]
      behavior:
        forbidden_patterns:
          - { pattern: '/eval\\(/', message: no eval }
`;
const FILES = { 'contracts/app.yml': CONTRACT, 'src/a.ts': 'ok();\n' };

/** Its first byte is no UTF-8; read as such, its name is that of `src/\ufffd.ts`. */
function writeBroken(folder: string, text: string): void {
  writeFileSync(Buffer.from(`${folder}/src/\xff.ts`, 'latin1'), text);
}

/** Both names hold the same text, and are committed. */
function committed(): string {
  const folder = makeRepository({ ...FILES, 'src/\ufffd.ts': 'ok();\n' });
  writeBroken(folder, 'ok();\n');
  commitAll(folder);
  return folder;
}

const UNSURE = [expect.objectContaining({ code: 'file/unreadable', file: 'src/\ufffd.ts' })];

describe.skipIf(process.platform !== 'linux')(
  'a file whose name is no UTF-8, beside one whose name comes out the same',
  () => {
    it.each([
      ['a new one', []],
      ['of all files', ['--no-cache']],
      ['among what differs', ['--dirty']],
      ['by name', ['src']],
    ])('is not taken for looked at: %s', async (_name, args) => {
      const folder = committed();
      writeBroken(folder, 'eval(1);\n');
      for (const _ of [1, 2]) {
        const { code, out } = await runIn(folder, ['check', '--format', 'json', ...args]);
        expect(JSON.parse(out).problems).toEqual(UNSURE);
        expect(code).toBe(3);
      }
    });

    it('is not taken for looked at where there is no git', async () => {
      const folder = makeFolder({ ...FILES, 'src/\ufffd.ts': 'ok();\n' });
      writeBroken(folder, 'eval(1);\n');
      const { code, out } = await runIn(folder, ['check', '--format', 'json']);
      expect(JSON.parse(out).problems).toEqual(UNSURE);
      expect(code).toBe(3);
    });

    it('is not taken for looked at in a folder of such a name, where there is no git', async () => {
      const folder = makeFolder({ ...FILES, 'src/\ufffd/a.ts': 'ok();\n' });
      const broken = Buffer.from(`${folder}/src/\xff`, 'latin1');
      mkdirSync(broken);
      writeFileSync(Buffer.concat([broken, Buffer.from('/b.ts')]), 'eval(1);\n');
      const { code, out } = await runIn(folder, ['check', '--format', 'json']);
      expect(JSON.parse(out).problems.map(({ file }: { file: string }) => file)).toContain('src/\ufffd');
      expect(code).toBe(3);
    });

    it.each([
      ['the broken one', (folder: string) => writeBroken(folder, 'eval(1);\n')],
      ['the other', (folder: string) => writeFiles(folder, { 'src/\ufffd.ts': 'eval(1);\n' })],
    ])('is not taken for looked at among what is staged: %s', async (_name, edit) => {
      const folder = committed();
      edit(folder);
      git(folder, 'add', '--all');
      for (const _ of [1, 2]) {
        const { code, out } = await runIn(folder, ['check', '--staged', '--format', 'json']);
        expect(JSON.parse(out).problems).toEqual(UNSURE);
        expect(code).toBe(3);
      }
    });

    it('lets the other be judged once it is gone', async () => {
      const folder = makeRepository({ ...FILES, 'src/\ufffd.ts': 'eval(1);\n' });
      commitAll(folder);
      const { code, out } = await runIn(folder, ['check', '--format', 'json']);
      expect(JSON.parse(out)).toMatchObject({ violations: [{ file: 'src/\ufffd.ts' }], problems: [] });
      expect(code).toBe(1);
    });
  },
);
