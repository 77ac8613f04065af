import { cpSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { filesBelow, makeFaultProject, removeFolder, saveIn } from '../faults/fault-project.js';
import { callsOf, copyOf, healWith, isOfSource } from '../faults/run-point.js';
import { guarantee } from './harness/guarantee.js';
import type { Subject } from './harness/subject.js';

/** Bytes and permission bits of everything that is not ours. */
function treeOf(root: string): Readonly<Record<string, string>> {
  const files = filesBelow(root).filter((file) => !file.startsWith('.specflow/'));
  return Object.fromEntries(
    files.map((file) => {
      const { mode, uid, gid } = statSync(join(root, file));
      return [file, `${(mode & 0o7777).toString(8)} ${uid} ${gid} ${readFileSync(join(root, file), 'latin1')}`];
    }),
  );
}

/** Commands that are content with the files as they were, and with nothing else. */
function refuseAll(root: string): void {
  cpSync(join(root, 'src'), join(root, 'was'), { recursive: true });
  saveIn(root, '.specflow/config.json', JSON.stringify({ heal_loop: { verify: [['diff', '-r', 'src', 'was']] } }));
}

async function expectRolledBack(subject: Subject, root: string): Promise<void> {
  const before = treeOf(root);
  const { code, stdout } = await subject.run(['heal', '--format', 'json'], { cwd: root });
  expect(code).toBe(1);
  expect(JSON.parse(stdout).summary).toMatchObject({ healed: 0, escalated: 3, filesChanged: 0 });
  expect(treeOf(root)).toEqual(before);
}

async function expectRecovered(subject: Subject, root: string): Promise<void> {
  const before = treeOf(root);
  const calls = await callsOf(subject, root);
  const renames = calls.flatMap((call, at) => (isOfSource(call) && call.name === 'renameSync' ? [at + 1] : []));
  expect(renames.length).toBeGreaterThan(5);
  // With all fixes on disk, and halfway through putting them back.
  for (const at of [renames[2], renames[4]]) {
    const copy = copyOf(root);
    try {
      await healWith(subject, copy, 'kill-after', at ?? 0);
      expect(treeOf(copy)).not.toEqual(before);
      await subject.run(['heal', '--resume'], { cwd: copy });
      expect(treeOf(copy)).toEqual(before);
    } finally {
      removeFolder(copy);
    }
  }
}

guarantee({
  id: 'G-29',
  async holds(subject) {
    const root = makeFaultProject('none');
    try {
      refuseAll(root);
      await expectRolledBack(subject, root);
      await expectRecovered(subject, root);
    } finally {
      removeFolder(root);
    }
  },
  // The bytes come back, for their owner alone.
  bug: {
    file: 'src/platform/scratch/temporary-file.ts',
    find: '  fchmodSync(descriptor, original.mode & 0o7777);\n',
    replace: '',
  },
});
