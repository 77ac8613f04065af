import { expect } from 'vitest';
import { pointsOf, sample } from '../faults/list-points.js';
import { NAIVE_WRITER } from '../faults/naive-writer.js';
import { closeStage, isOfSource, openStage } from '../faults/run-point.js';
import { runPoints, tallyText } from '../faults/run-points.js';
import { amount } from './harness/amount.js';
import { guarantee } from './harness/guarantee.js';
import type { Subject } from './harness/subject.js';

/** Kills at the calls that concern sources, at each of them, and at some of all the others. */
async function holds(subject: Subject): Promise<void> {
  for (const [verify, isRecovery] of [
    ['none', false],
    ['agrees', true],
  ] as const) {
    const stage = await openStage(subject, verify, isRecovery);
    try {
      const kills = pointsOf(stage).filter(({ fault }) => /^(?:kill|torn)/.test(fault));
      const touches = kills.filter(({ at }) =>
        stage.calls.slice(at - 1, at).some((call) => call.changes && isOfSource(call)),
      );
      const others = kills.filter((point) => !touches.includes(point));
      const points = [...sample(touches, amount(12, touches.length)), ...sample(others, amount(6, others.length))];
      const tally = await runPoints(
        subject,
        points.map((point) => [stage, point] as const),
        1,
      );
      expect(tally.passed + tally.failures.length).toBeGreaterThan(0);
      expect(tally.failures, tallyText(tally)).toEqual([]);
    } finally {
      closeStage(stage);
    }
  }
}

guarantee({ id: 'G-26', holds, bug: NAIVE_WRITER });
