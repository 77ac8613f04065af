import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { guarantee } from './harness/guarantee.js';
import { contractOf, type HealReport, healFolder } from './harness/heal-in.js';
import { runProcess } from './harness/run-process.js';
import type { Subject } from './harness/subject.js';

const CONTRACT = contractOf([
  { id: 'R-1', scope: ['**/*.txt'], forbidden: '/bad/', fix: { strategy: 'replace', find: 'bad', replace: 'good' } },
]);

/** Every file below a folder with its bytes; links are told as what they are. */
function stateOf(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .map((entry): [string, string] => {
        const path = join(entry.parentPath, entry.name);
        return [path, entry.isFile() ? readFileSync(path, 'latin1') : entry.isSymbolicLink() ? 'link' : 'folder'];
      })
      .sort(),
  );
}

/** Spellings of a place outside, or of git's own folder on some file system. */
const FORBIDDEN_PATHS = [
  '../out.txt',
  'src/../../out.txt',
  '/tmp/out.txt',
  'C:\\out.txt',
  'C:/out.txt',
  '..\\out.txt',
  '.git/config',
  '.GIT/config',
  '.Git/hooks/pre-commit',
  'git~1/config',
  'GIT~1/config',
  '.git./config',
  '.git /config',
  '.git::$INDEX_ALLOCATION/config',
  '.g\u200cit/config',
  'sub/.git/config',
  'src/./a.txt',
  'src//a.txt',
  'src/a\0.txt',
  '',
];

/** Runs in the healing process before anything else; it makes the names of temporary files known and waits for them. */
const attack = (folder: string, outside: string): string => `
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { syncBuiltinESMExports } = require('node:module');
crypto.randomBytes = (size) => Buffer.alloc(size);
const open = fs.openSync;
let isSwapped = false;
fs.openSync = (file, flags, mode) => {
  const name = String(file);
  if (name.includes('.tmp') && !isSwapped) {
    isSwapped = true;
    fs.writeFileSync(path.join(__dirname, 'attacked'), name);
    if (process.env.ATTACK === 'swap') {
      fs.renameSync(${JSON.stringify(join(folder, 'src'))}, ${JSON.stringify(join(folder, 'moved'))});
      fs.symlinkSync(${JSON.stringify(outside)}, ${JSON.stringify(join(folder, 'src'))});
    } else {
      fs.symlinkSync(path.join(${JSON.stringify(outside)}, 'planted.txt'), name);
    }
  }
  return open(file, flags, mode);
};
syncBuiltinESMExports();
`;

async function healUnderAttack(subject: Subject, kind: 'swap' | 'plant'): Promise<void> {
  const outside = makeFolder({ 'a.txt': 'bad\n', 'planted.txt': 'theirs\n' });
  const folder = makeFolder({ 'contracts/plain.yml': CONTRACT, 'src/a.txt': 'bad\n' });
  const lair = makeFolder({ 'attack.cjs': attack(folder, outside) });
  const before = stateOf(outside);
  const { signal } = await runProcess(process.execPath, ['--require', join(lair, 'attack.cjs'), subject.cli, 'heal'], {
    cwd: folder,
    env: { ATTACK: kind },
  });
  expect(signal).toBe(null);
  expect(readdirSync(lair)).toContain('attacked');
  expect(stateOf(outside), kind).toEqual(before);
}

async function refusesPaths(subject: Subject): Promise<void> {
  const { replaceFile, createFile, writeOwnFile } = await subject.load<
    typeof import('../../src/platform/files/write-file.js')
  >('src/platform/files/write-file.ts');
  const outside = makeFolder({ 'a.txt': 'bad\n' });
  const root = makeFolder({ '.git/config': 'bad\n', 'src/a.txt': 'bad\n', 'sub/.git/config': 'bad\n' });
  symlinkSync(outside, join(root, 'linked'));
  symlinkSync(join(outside, 'a.txt'), join(root, 'src/link.txt'));
  symlinkSync(join(outside, 'none.txt'), join(root, 'src/dangling.txt'));
  symlinkSync('.git', join(root, 'git-link'));
  const state = [stateOf(root), stateOf(outside)];
  const LINKED = ['linked/a.txt', 'linked/new.txt', 'src/link.txt', 'src/dangling.txt', 'git-link/config'];
  for (const path of [...FORBIDDEN_PATHS, ...LINKED]) {
    for (const result of [
      replaceFile(root, path, 'bad\n', false, 'good\n'),
      createFile(root, path, 'good\n'),
      writeOwnFile(root, path, 'good\n'),
    ]) {
      expect(result.kind, path).not.toBe('written');
    }
  }
  expect([stateOf(root), stateOf(outside)]).toEqual(state);
}

guarantee({
  id: 'G-37',
  async holds(subject) {
    await refusesPaths(subject);

    const outside = makeFolder({ 'a.txt': 'bad\n', 'deep/b.txt': 'bad\n' });
    const before = stateOf(outside);
    const folder = makeFolder({ 'contracts/plain.yml': CONTRACT, 'src/real.txt': 'bad\n', '.git/note.txt': 'bad\n' });
    symlinkSync(join(outside, 'a.txt'), join(folder, 'src/file-link.txt'));
    symlinkSync(outside, join(folder, 'src/folder-link'));
    symlinkSync('real.txt', join(folder, 'src/inner-link.txt'));
    const { read } = await healFolder(subject, folder);
    expect(read('src/real.txt')).toBe('good\n');
    expect(read('.git/note.txt')).toBe('bad\n');
    expect(stateOf(outside)).toEqual(before);

    // Named on the command line, a path outside is refused as well.
    for (const path of ['../elsewhere.txt', join(outside, 'a.txt'), 'src/folder-link/a.txt']) {
      const { code, stdout } = await subject.run(['heal', '--format', 'json', path], { cwd: folder });
      if (code === 0) {
        const report: HealReport = JSON.parse(stdout);
        expect(report.summary.filesChanged, path).toBe(0);
      }
      expect(stateOf(outside), path).toEqual(before);
    }

    // Nor does our own state leave through a link somebody put in its place.
    const trap = makeFolder({ 'contracts/plain.yml': CONTRACT, 'src/a.txt': 'bad\n' });
    const elsewhere = makeFolder();
    symlinkSync(elsewhere, join(trap, '.specflow'));
    await subject.run(['heal'], { cwd: trap });
    expect(readdirSync(elsewhere)).toEqual([]);
    writeFileSync(join(trap, 'src/a.txt'), 'bad\n');

    await healUnderAttack(subject, 'swap');
    await healUnderAttack(subject, 'plant');
  },
  bug: {
    file: 'src/platform/paths/open-folder.ts',
    find: 'if ((hasHandle ? readlinkSync(handle) : realpathSync(folder)) !== folder) {',
    replace: 'if ((hasHandle ? readlinkSync(handle) : realpathSync(folder)) === "") {',
  },
});
