import { expect } from 'vitest';
import { makeFaultProject, readIn, removeFolder, SOURCES, saveIn } from '../faults/fault-project.js';
import { editedPointsOf, sample } from '../faults/list-points.js';
import { callsOf, closeStage, healWith, isOfSource, openStage } from '../faults/run-point.js';
import { runPoints, tallyText } from '../faults/run-points.js';
import { amount } from './harness/amount.js';
import { guarantee } from './harness/guarantee.js';
import type { Subject } from './harness/subject.js';

/** Killed with unproven fixes on disk; then somebody works on one of the files. */
async function expectUserFirst(subject: Subject, root: string): Promise<void> {
  const calls = await callsOf(subject, root);
  const last = calls.findLastIndex((call) => isOfSource(call) && call.name === 'renameSync');
  await healWith(subject, root, 'kill-after', last + 1);
  const mine = '// mine, saved after the crash\n';
  saveIn(root, 'src/a.ts', mine);

  const check = await subject.run(['check', '--format', 'json'], { cwd: root });
  expect(check.stderr).toContain('was interrupted');
  expect(check.stderr.trimEnd().split('\n')).toHaveLength(1);
  const codes = JSON.parse(check.stdout).findings.map(({ code }: { readonly code: string }) => code);
  expect(codes).toContain('heal/interrupted');

  const { stdout } = await subject.run(['heal', '--resume', '--format', 'json'], { cwd: root });
  expect(readIn(root, 'src/a.ts')).toBe(mine);
  const findings: readonly { code: string; file: string; help: string }[] = JSON.parse(stdout).findings;
  const newer = findings.find(({ code }) => code === 'heal/newer-work');
  const backup = /\.specflow\/runs\/[\w-]+\/before\/src\/a\.ts/.exec(newer?.help ?? '')?.[0] ?? '';
  expect(newer?.file).toBe('src/a.ts');
  expect(readIn(root, backup)).toBe(SOURCES['src/a.ts']?.old);
  expect(findings.filter(({ code }) => code === 'heal/put-back').map(({ file }) => file)).toEqual([
    'src/b.ts',
    'src/deep/c.ts',
  ]);
  const after = await subject.run(['check'], { cwd: root });
  expect(after.stderr).not.toContain('interrupted');
}

guarantee({
  id: 'G-30',
  async holds(subject) {
    const root = makeFaultProject('agrees');
    try {
      await expectUserFirst(subject, root);
    } finally {
      removeFolder(root);
    }
    const stage = await openStage(subject, 'agrees', true);
    try {
      const points = editedPointsOf(stage).filter(({ at }) => stage.calls[at - 1]?.changes);
      const tally = await runPoints(
        subject,
        sample(points, amount(8, points.length)).map((point) => [stage, point] as const),
        1,
      );
      expect(tally.failures, tallyText(tally)).toEqual([]);
    } finally {
      closeStage(stage);
    }
  },
  // What the run had put there is not asked for any more.
  bug: {
    file: 'src/runs/plan-recovery.ts',
    find: 'writes.find(({ after }) => after === now)',
    replace: '(now === null ? undefined : { after: now })',
  },
});
