import { expect } from 'vitest';
import { pointsOf, sample } from '../faults/list-points.js';
import { closeStage, isOfSource, openStage } from '../faults/run-point.js';
import { runPoints, tallyText } from '../faults/run-points.js';
import { amount } from './harness/amount.js';
import { guarantee } from './harness/guarantee.js';
import type { Subject } from './harness/subject.js';

/** A recovery that could not read a file has not recovered it. */
async function expectNothingMissed(subject: Subject): Promise<void> {
  const stage = await openStage(subject, 'agrees', true);
  try {
    const first = stage.calls.findIndex(({ name, to }) => name === 'renameSync' && to?.startsWith('src/'));
    const reads = pointsOf(stage).filter(
      ({ fault, at }) => fault === 'fail:EIO' && at <= first && stage.calls.slice(at - 1, at).some(isOfSource),
    );
    const work = sample(reads, amount(5, reads.length)).map((point) => [stage, point] as const);
    expect(work.length).toBeGreaterThan(3);
    const tally = await runPoints(subject, work, 1);
    expect(tally.failures, tallyText(tally)).toEqual([]);
  } finally {
    closeStage(stage);
  }
}

guarantee({
  id: 'G-27',
  async holds(subject) {
    const stage = await openStage(subject, 'agrees', false);
    try {
      const failures = pointsOf(stage).filter(({ fault }) => !/^(?:kill|torn)/.test(fault));
      const ofSources = failures.filter(({ at }) =>
        stage.calls.slice(at - 1, at).some((call) => call.changes && isOfSource(call)),
      );
      const cut = ofSources.filter(({ fault }) => fault === 'short');
      const others = failures.filter((point) => !ofSources.includes(point));
      const points = [
        ...cut,
        ...sample(ofSources, amount(10, ofSources.length)),
        ...sample(others, amount(8, others.length)),
      ];
      expect(new Set(points.map(({ fault }) => fault)).size).toBeGreaterThan(5);
      const tally = await runPoints(
        subject,
        points.map((point) => [stage, point] as const),
        1,
      );
      expect(tally.failures, tallyText(tally)).toEqual([]);
    } finally {
      closeStage(stage);
    }
    await expectNothingMissed(subject);
  },
  // As if a disk took all it is given.
  bug: {
    file: 'src/platform/scratch/temporary-file.ts',
    find: 'for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);',
    replace: 'writeSync(descriptor, bytes);',
  },
});
