import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FixPattern } from '../../src/model/fix-pattern.js';
import { type EvidenceLine, evidenceLine } from '../../src/pattern-store/evidence/evidence-line.js';
import { foldEvidence } from '../../src/pattern-store/evidence/fold-evidence.js';
import { printStore } from '../../src/pattern-store/format/print-store.js';
import { mergeStores, type SharedStore } from '../../src/pattern-store/merge-stores.js';
import { recordEvidence } from '../../src/pattern-store/settle-store.js';
import { EMPTY_STORE, withPatterns } from '../../src/pattern-store/store.js';
import { makePattern } from './make-pattern.js';

const IDS = ['p0', 'p1', 'p2'];
const START: SharedStore = {
  store: withPatterns(
    EMPTY_STORE,
    IDS.map((id, index) => makePattern({ id, hundredths: 50 + 20 * index, successCount: index, appliedCount: index })),
  ),
  lines: [],
};

const DECISIONS = ['accepted', 'rejected', 'retired', 'restored'] as const;
const KINDS = ['success', 'success', 'success', 'failure', 'applied', 'unowned', ...DECISIONS] as const;

const event: fc.Arbitrary<EvidenceLine> = fc
  .record({
    patternId: fc.constantFrom(...IDS),
    day: fc.constantFrom('2026-01-05', '2026-01-06', '2026-09-30'),
    run: fc.integer({ min: 0, max: 7 }).map((healer) => `run-${healer}`),
    file: fc.constantFrom('src/a.ts', 'src/b.ts', 'src/c.ts', 'src/d.ts'),
    /** Several fixes of one run in one file are several lines. */
    at: fc.constantFrom('1:1', '2:1', '3:1'),
    kind: fc.constantFrom(...KINDS),
  })
  .map(({ kind, at, ...rest }) => {
    switch (kind) {
      case 'success':
        return evidenceLine({ kind, ...rest, ruleId: 'R-1', gate: null, at: [at] });
      case 'failure':
        return evidenceLine({ kind, ...rest, ruleId: 'R-1', gate: 'parses' });
      case 'applied':
        return evidenceLine({ kind, ...rest, ruleId: 'R-1', gate: null, source: 'auto_fix', at: [at] });
      case 'unowned':
        return evidenceLine({ ...rest, kind: 'applied', patternId: null, ruleId: 'R-1', gate: null, source: 'agent' });
      default:
        return evidenceLine({ kind, ...rest, places: [] });
    }
  });

/** What eight healers saw, each in runs of its own. */
const eightHealers = fc.array(fc.array(event, { maxLength: 6 }), { minLength: 8, maxLength: 8 });

function heal({ store, lines }: SharedStore, events: readonly EvidenceLine[]): SharedStore {
  const recorded = recordEvidence(store, lines, events);
  return { store: recorded.store, lines: [...lines, ...recorded.added] };
}

const shown = ({ store, lines }: SharedStore): string =>
  printStore(store) + JSON.stringify(lines.map(({ id }) => id).sort());

const figures = ({ hundredths, successCount, failureCount, accepted, retired, lastUsed }: FixPattern): unknown => ({
  hundredths,
  successCount,
  failureCount,
  accepted,
  retired,
  lastUsed,
});

describe('mergeStores', () => {
  it('gives the same store whatever the order, and whichever are merged first', () => {
    fc.assert(
      fc.property(fc.tuple(event, event, fc.array(event), fc.array(event), fc.array(event)), ([x, y, ...more]) => {
        const [a, b, c] = more.map((events, at) => heal(START, at === 0 ? [x, ...events] : [y, ...events]));
        if (!a || !b || !c) throw new Error('three branches');
        const all = shown(mergeStores([a, b, c]));
        expect(shown(mergeStores([mergeStores([c, a]), b]))).toBe(all);
        expect(shown(mergeStores([b, mergeStores([a, c]), a]))).toBe(all);
        expect(shown(mergeStores([mergeStores([a, b, c])]))).toBe(all);
      }),
    );
  });

  it('agrees with its evidence after any interleaving of eight healers and any merge order', () => {
    fc.assert(
      fc.property(eightHealers, fc.infiniteStream(fc.nat(7)), (healers, picks) => {
        // On one machine, in the order the lock gave them.
        let shared = START;
        const waiting = healers.map((events) => [...events]);
        for (const pick of picks) {
          if (waiting.every((events) => events.length === 0)) break;
          const next = waiting[pick]?.splice(0, 1) ?? [];
          shared = heal(shared, next);
        }
        // Each on a branch of its own, merged pairwise from a random one.
        const branches = healers.map((events) => heal(START, events));
        while (branches.length > 1) {
          const [pick = 0] = [...picks.take(1)];
          const [a, b] = [branches.splice(pick % branches.length, 1)[0], branches.shift()];
          if (a && b) branches.push(mergeStores([a, b]));
        }
        const [merged] = branches;
        if (!merged) throw new Error('one store is left');
        for (const id of IDS) {
          const find = (store: SharedStore) => store.store.patterns.find((each) => each.id === id) ?? makePattern();
          expect(figures(find(merged))).toEqual(figures(find(shared)));
          expect(
            figures(
              foldEvidence(
                find(merged),
                merged.lines.filter((line) => line.patternId === id),
              ),
            ),
          ).toEqual(figures(find(merged)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('loses nothing: what either side saw is in the merged record', () => {
    const success = (run: string): EvidenceLine =>
      evidenceLine({
        kind: 'success',
        patternId: 'p0',
        day: '2026-01-05',
        run,
        file: 'src/a.ts',
        ruleId: 'R',
        gate: null,
      });
    const merged = mergeStores([heal(START, [success('run-1'), success('run-2')]), heal(START, [success('run-3')])]);
    expect(merged.store.patterns[0]).toMatchObject({ hundredths: 65, successCount: 3 });
  });
});
