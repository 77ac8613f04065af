import { rmSync } from 'node:fs';
import { expect, inject, it } from 'vitest';
import { buildPackage, openSubject } from '../guarantees/harness/subject.js';
import { editedPointsOf, pointsOf } from './list-points.js';
import { NAIVE_WRITER } from './naive-writer.js';
import { closeStage, isOfSource, openStage, type Point, type Stage } from './run-point.js';
import { runPoints, tallyText } from './run-points.js';

/** Each nth point only, where `FAULTS` is a number n. */
const SHARE = Number(process.env.FAULTS) || 1;
const HOURS = 12 * 60 * 60 * 1000;

/** Each call of a heal, of one with commands that verify, and of one that recovers an interrupted one first. */
const STAGES = [
  ['none', false],
  ['agrees', false],
  ['disagrees', false],
  ['agrees', true],
] as const;

it('breaks nothing, whatever call into the file system fails or is the last', { timeout: HOURS }, async () => {
  const subject = openSubject(inject('cleanPackage'));
  const stages: Stage[] = [];
  try {
    for (const [verify, isRecovery] of STAGES) stages.push(await openStage(subject, verify, isRecovery));
    const work = stages.flatMap((stage) => allOf(stage).map((point) => [stage, point] as const));
    const tally = await runPoints(subject, work, Number.POSITIVE_INFINITY, (now) => {
      const count = now.passed + now.failures.length;
      if (count % 100 === 0)
        process.stdout.write(`faults: ${count} of ${work.length}, ${now.failures.length} failed\n`);
    });
    process.stdout.write(`faults: ${tallyText(tally)}\n`);
    expect(tally.failures).toEqual([]);
    expect(tally.passed).toBeGreaterThanOrEqual(SHARE < 10 ? 2000 : 1);
  } finally {
    stages.forEach(closeStage);
  }
});

it('finds what a naive writer breaks', { timeout: HOURS }, async () => {
  const folder = await buildPackage(NAIVE_WRITER);
  const subject = openSubject(folder, NAIVE_WRITER);
  const stage = await openStage(subject, 'none', false);
  try {
    const ofSources = pointsOf(stage).filter(({ at }) => stage.calls.slice(at - 1, at).some(isOfSource));
    const tally = await runPoints(
      subject,
      ofSources.map((point) => [stage, point] as const),
    );
    process.stdout.write(`faults, naive writer: ${tallyText(tally)}\n`);
    expect(tally.failures.length).toBeGreaterThan(0);
  } finally {
    closeStage(stage);
    rmSync(folder, { recursive: true, force: true });
  }
});

function allOf(stage: Stage): readonly Point[] {
  return [...pointsOf(stage), ...editedPointsOf(stage)].filter((_, index) => index % SHARE === 0);
}
