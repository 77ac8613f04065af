import { dirname } from 'node:path';
import { expect } from 'vitest';
import { makeFaultProject, removeFolder } from '../faults/fault-project.js';
import { type Call, callsOf } from '../faults/run-point.js';
import { guarantee } from './harness/guarantee.js';

/** Places among the calls, of those before or behind one of them. */
function lastBefore(calls: readonly Call[], end: number, matches: (call: Call) => boolean): number {
  return calls.slice(0, end).findLastIndex(matches);
}

/** What must have reached the disk before a file gets its name, and after it. */
function expectCommitted(calls: readonly Call[], at: number): void {
  const { path, to } = calls[at] ?? { path: '', to: null };
  const written = lastBefore(calls, at, (call) => call.name === 'writeSync' && call.path === path);
  const synced = lastBefore(calls, at, (call) => call.name === 'fsyncSync' && call.path === path);
  expect(synced, `${path} is synced before it becomes ${to}`).toBeGreaterThan(written);
  const folder = dirname(to ?? '').replace(/^\.$/, '');
  const rest = calls.slice(at + 1).findIndex((call) => call.name === 'fsyncSync' && call.path === folder);
  expect(rest, `the folder of ${to} is synced after it`).toBeGreaterThanOrEqual(0);
}

/** Whatever is needed to take a fix back is on disk before the fix is. */
function expectJournalled(calls: readonly Call[], at: number): void {
  const isJournal = ({ path }: Call): boolean => path.startsWith('.specflow/runs/open/');
  const { to } = calls[at] ?? { to: null };
  const intent = `{"kind":"write","file":"${to}",`;
  const noted = lastBefore(calls, at, (call) => isJournal(call) && call.says.startsWith(intent));
  const synced = lastBefore(calls, at, (call) => isJournal(call) && call.name === 'fsyncSync');
  expect(noted, `the journal tells of ${to}`).toBeGreaterThanOrEqual(0);
  expect(synced, `the journal is synced before ${to} changes`).toBeGreaterThan(noted);
  const kept = lastBefore(
    calls,
    at,
    (call) => call.name === 'renameSync' && (call.to?.endsWith(`/before/${to}`) ?? false),
  );
  expect(kept, `what ${to} held is kept before it changes`).toBeGreaterThanOrEqual(0);
}

guarantee({
  id: 'G-28',
  async holds(subject) {
    const project = makeFaultProject('agrees');
    try {
      const calls = await callsOf(subject, project);
      const renames = calls.flatMap(({ name, path }, at) =>
        name === 'renameSync' && path.endsWith('.tmp') ? [at] : [],
      );
      const ofSources = renames.filter((at) => calls[at]?.to?.startsWith('src/'));
      expect(renames.length).toBeGreaterThan(8);
      expect(ofSources).toHaveLength(3);
      for (const at of renames) expectCommitted(calls, at);
      for (const at of ofSources) expectJournalled(calls, at);
    } finally {
      removeFolder(project);
    }
  },
  // The name would be on disk before the bytes.
  bug: {
    file: 'src/platform/scratch/temporary-file.ts',
    find: '    if (isLasting) fsyncSync(descriptor);\n    isOpen = false;',
    replace: '    isOpen = false;',
  },
});
