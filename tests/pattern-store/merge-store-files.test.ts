import { describe, expect, it } from 'vitest';
import type { FixPattern } from '../../src/model/fix-pattern.js';
import { evidenceLine } from '../../src/pattern-store/evidence/evidence-line.js';
import { mergeStoreFiles } from '../../src/pattern-store/merge-store-files.js';
import { recordEvidence, settleStore } from '../../src/pattern-store/settle-store.js';
import { EMPTY_STORE, type PatternStore, withPatterns } from '../../src/pattern-store/store.js';
import { makePattern } from './make-pattern.js';

const base = makePattern({ hundredths: 75 });
const store = (...patterns: readonly FixPattern[]): PatternStore => withPatterns(EMPTY_STORE, patterns);
const mend = (changes: Partial<FixPattern>) => makePattern({ ...base, ...changes });
const other = makePattern({ id: 'another' });

describe('mergeStoreFiles', () => {
  it.each<[string, PatternStore, PatternStore, unknown[], number]>([
    ['each side adds one', store(base, other), store(base, mend({ id: 'third' })), [base.id, 'another', 'third'], 0],
    ['one side deletes', store(), store(base), [], 0],
    ['one deletes, one changes', store(), store(mend({ description: 'new' })), [base.id], 1],
    ['one changes the remedy', store(base), store(mend({ match: 'x' })), [base.id], 0],
    ['both change it differently', store(mend({ match: 'y' })), store(mend({ match: 'x' })), [base.id], 1],
    ['both change it alike', store(mend({ match: 'x' })), store(mend({ match: 'x' })), [base.id], 0],
  ])('where %s', (_, ours, theirs, ids, conflicts) => {
    const merged = mergeStoreFiles(store(base), ours, theirs);
    expect(merged.store.patterns.map(({ id }) => id)).toEqual(ids);
    expect(merged.conflicts).toHaveLength(conflicts);
  });

  it('takes the changed remedy and keeps ours in a conflict', () => {
    const merged = mergeStoreFiles(store(base), store(base), store(mend({ match: 'x' })));
    expect(merged.store.patterns[0]?.match).toBe('x');
    const torn = mergeStoreFiles(store(base), store(mend({ match: 'y' })), store(mend({ match: 'x' })));
    expect(torn.store.patterns[0]?.match).toBe('y');
  });

  const seen = (run: string) =>
    evidenceLine({
      kind: 'success',
      patternId: base.id,
      day: '2026-01-05',
      run,
      file: 'a.ts',
      ruleId: 'R',
      gate: null,
    });

  it('leaves figures that changed on both sides to the evidence, and estimates them until then', () => {
    const ours = recordEvidence(store(base), [], [seen('run-1'), seen('run-2')]);
    const theirs = recordEvidence(store(base), [], [seen('run-3')]);
    const merged = mergeStoreFiles(store(base), ours.store, theirs.store);
    expect(merged).toMatchObject({ conflicts: [], store: { patterns: [{ hundredths: 90, successCount: 3 }] } });
    const settled = settleStore(merged.store, [...ours.added, ...theirs.added]);
    expect(settled.patterns[0]).toMatchObject({ hundredths: 90, successCount: 3 });
  });

  it('lets figures that one side lowered by hand stand against what the other side learnt', () => {
    const theirs = recordEvidence(store(base), [], [seen('run-3')]);
    const merged = mergeStoreFiles(store(base), store(mend({ hundredths: 10 })), theirs.store);
    expect(settleStore(merged.store, theirs.added).patterns[0]?.hundredths).toBe(10);
  });
});
