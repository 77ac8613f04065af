import type { HealAnswer } from '../../heal/heal.js';
import type { Evidence } from '../../heal/outcome/evidence.js';
import type { FixPattern } from '../../model/fix-pattern.js';
import { incomplete, type Problem, UsageError } from '../../model/problem.js';
import { type EvidenceLine, evidenceLine } from '../../pattern-store/evidence/evidence-line.js';
import { PATTERN_FILE } from '../../pattern-store/pattern-file.js';
import { queueReviews } from '../../pattern-store/reviews/review-queue.js';
import { whyNotWritten } from '../../platform/files/write-result.js';
import { type Moment, openShelf, saveShelf } from '../patterns/pattern-shelf.js';
import { withStoreLock } from '../workspace/store-lock.js';

/** What a run taught: all of it, or what is known of it after it was killed. */
export type Taught = Pick<HealAnswer, 'evidence' | 'reviews'> & { readonly learnt: readonly FixPattern[] };

/** Adds what a run taught to the store as it is by now, and its gold fixes to the queue. Doing it twice counts once. */
export function saveRun(root: string, answer: Taught, moment: Moment): readonly Problem[] {
  const { evidence, reviews, learnt } = answer;
  if (!isLesson(answer)) return [];
  const events = eventsOf(evidence, moment);
  try {
    const result = withStoreLock(root, 'specflow heal', () => {
      const shelf = openShelf({ cwd: root });
      const queue = queueReviews(shelf.reviews, reviews);
      const patterns = learnt.filter(({ id }) => !shelf.store.patterns.some((known) => known.id === id));
      return saveShelf(shelf, { events, patterns, ...(queue.length > shelf.reviews.length ? { reviews: queue } : {}) });
    });
    return result.kind === 'written' ? [] : [notSaved(PATTERN_FILE, whyNotWritten(result))];
  } catch (error) {
    if (error instanceof UsageError) return [notSaved(error.problem.file ?? PATTERN_FILE, error.problem.message)];
    throw error;
  }
}

export function isLesson({ evidence, reviews, learnt }: Taught): boolean {
  return evidence.length + reviews.length + learnt.length > 0;
}

/** What a run did and saw, as lines of evidence. */
function eventsOf(evidence: readonly Evidence[], moment: Moment): readonly EvidenceLine[] {
  return evidence.map(({ patternId, ruleId, file, outcome, gate, source, at }) => {
    const what = { ...moment, ruleId, file, at };
    if (patternId === null || outcome === 'applied') {
      return evidenceLine({ kind: 'applied', patternId, ...what, gate: null, source });
    }
    const own = source === `pattern:${patternId}` ? {} : { source };
    return evidenceLine({ kind: outcome, patternId, ...what, gate, ...own });
  });
}

function notSaved(file: string, why: string): Problem {
  return incomplete(
    'heal/not-saved',
    file,
    `The sources were healed, but what this run taught could not be saved: ${why.replace(/\.$/, '')}.`,
    'Put that right and run heal again: it saves what this run learnt.',
  );
}
