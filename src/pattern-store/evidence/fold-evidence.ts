import type { FixPattern } from '../../model/fix-pattern.js';
import { newPattern } from '../new-pattern.js';
import { acceptPattern, rejectPattern, restorePattern, retirePattern } from '../trust/decide-pattern.js';
import { recordOutcome } from '../trust/score.js';
import {
  type DecisionLine,
  type EvidenceLine,
  inEvidenceOrder,
  type OutcomeLine,
  type StateLine,
} from './evidence-line.js';

/** The pattern as its evidence makes it: nothing but the remedy is taken from the pattern itself. */
export function foldEvidence(pattern: FixPattern, lines: readonly EvidenceLine[]): FixPattern {
  return evidenceSteps(pattern, lines).at(-1)?.pattern ?? atStart(pattern);
}

/** What each lesson made of a pattern, in their order: of the fixes of one run in one file, the first stands for all. */
export function evidenceSteps(
  pattern: FixPattern,
  lines: readonly EvidenceLine[],
): readonly { readonly line: EvidenceLine; readonly pattern: FixPattern }[] {
  const own = inEvidenceOrder(lines.filter(({ patternId }) => patternId === pattern.id));
  const lessons = lessonsOf(own);
  const steps: { readonly line: EvidenceLine; readonly pattern: FixPattern }[] = [];
  for (const line of own) {
    if (line.kind === 'applied') continue;
    const now = steps.at(-1)?.pattern ?? atStart(pattern);
    if (!('gate' in line)) steps.push({ line, pattern: follow(now, line) });
    else {
      const lesson = lessons.get(lessonKey(line));
      if (lesson?.line === line) steps.push({ line, pattern: recordOutcome(now, lesson.outcome, line.day) });
    }
  }
  return steps;
}

interface Lesson {
  /** The first of those it is made of. */
  readonly line: OutcomeLine;
  readonly outcome: OutcomeLine['kind'];
}

/** One failure among the fixes of one run in one file is what they teach. */
function lessonsOf(own: readonly EvidenceLine[]): ReadonlyMap<string, Lesson> {
  const lessons = new Map<string, Lesson>();
  for (const line of own) {
    if (line.kind !== 'success' && line.kind !== 'failure') continue;
    const known = lessons.get(lessonKey(line));
    if (known === undefined) lessons.set(lessonKey(line), { line, outcome: line.kind });
    else if (line.kind === 'failure') lessons.set(lessonKey(line), { line: known.line, outcome: 'failure' });
  }
  return lessons;
}

function lessonKey({ day, run, file }: OutcomeLine): string {
  return `${day}\0${run}\0${file}`;
}

function atStart(pattern: FixPattern): FixPattern {
  return newPattern(pattern, pattern.created);
}

function follow(pattern: FixPattern, line: StateLine | DecisionLine): FixPattern {
  switch (line.kind) {
    case 'state': {
      const { hundredths, appliedCount, successCount, failureCount, lastUsed, accepted, retired } = line;
      return { ...pattern, hundredths, appliedCount, successCount, failureCount, lastUsed, accepted, retired };
    }
    case 'accepted':
      return acceptPattern(pattern);
    case 'rejected':
      return rejectPattern(pattern, line.day);
    case 'retired':
      return retirePattern(pattern);
    case 'restored':
      return restorePattern(pattern);
  }
}
