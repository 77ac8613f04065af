import { describe, expect, it } from 'vitest';
import { type EvidenceLine, evidenceLine, printEvidenceLine } from '../../src/pattern-store/evidence/evidence-line.js';
import { otherFixes } from '../../src/pattern-store/evidence/other-fixes.js';
import { parseEvidence } from '../../src/pattern-store/evidence/parse-evidence.js';
import { rejectedPlaces } from '../../src/pattern-store/evidence/rejected-places.js';
import { auditStore, recordEvidence, settleStore } from '../../src/pattern-store/settle-store.js';
import { EMPTY_STORE, withPatterns } from '../../src/pattern-store/store.js';
import { makePattern } from './make-pattern.js';

const ID = makePattern().id;
const success = (run: string, day = '2026-01-05'): EvidenceLine =>
  evidenceLine({ kind: 'success', patternId: ID, day, run, file: 'src/a.ts', ruleId: 'SEC-003', gate: null });
const decided = (kind: 'accepted' | 'rejected', run: string, places: readonly string[]): EvidenceLine =>
  evidenceLine({ kind, patternId: ID, day: '2026-01-05', run, file: null, places });
const STANDS = { day: '2026-01-05', ruleId: 'SEC-003', file: 'src/a.ts', gate: null } as const;
const storeOf = (hundredths: number) =>
  withPatterns(EMPTY_STORE, [makePattern({ hundredths, successCount: 3, appliedCount: 3 })]);

describe('recordEvidence', () => {
  it('writes down how the pattern stood before, and then what happened', () => {
    const { store, added } = recordEvidence(storeOf(75), [], [success('run-1')]);
    expect(added.map(({ kind }) => kind)).toEqual(['state', 'success']);
    expect(store.patterns[0]).toMatchObject({ hundredths: 80, successCount: 4, lastUsed: '2026-01-05' });
  });

  it('counts an event once, however often it is told', () => {
    const first = recordEvidence(storeOf(75), [], [success('run-1')]);
    const again = recordEvidence(first.store, first.added, [success('run-1')]);
    expect(again.added).toEqual([]);
    expect(again.store.patterns).toEqual(first.store.patterns);
  });
});

describe('several fixes of one run in one file', () => {
  const fix = (at: string): EvidenceLine =>
    evidenceLine({ ...STANDS, kind: 'success', patternId: ID, at: [at], run: 'run-1' });
  const failure = evidenceLine({ ...STANDS, kind: 'failure', patternId: ID, gate: 'parses', run: 'run-1' });
  const other = (patternId: string | null, at: string): EvidenceLine =>
    evidenceLine({ ...STANDS, kind: 'applied', patternId, source: 'auto_fix', at: [at], run: 'run-1' });

  it.each<[string, readonly EvidenceLine[], number]>([
    ['are a line each and teach once', [fix('1:1'), fix('2:1'), fix('3:1')], 80],
    ['teach what the one that failed teaches', [fix('1:1'), failure, fix('2:1')], 65],
    ['teach nothing where they only were applied', [other(ID, '1:1'), other(ID, '2:1')], 75],
    ['teach nothing where they are of no pattern', [other(null, '1:1'), other('gone', '2:1')], 75],
  ])('%s', (_, events, hundredths) => {
    const { store, added } = recordEvidence(storeOf(75), [], events);
    expect(store.patterns[0]?.hundredths).toBe(hundredths);
    expect(added.filter(({ kind }) => kind !== 'state')).toHaveLength(events.length);
    expect(recordEvidence(store, added, events)).toEqual({ store, added: [] });
    // In whatever order they are read, and whatever else came in between.
    const lines = [...added, success('run-2')];
    const settled = settleStore(withPatterns(store, [makePattern({ hundredths: 1 })]), lines).patterns;
    expect(settleStore(store, [...lines].reverse()).patterns).toEqual(settled);
    const text = lines.map(printEvidenceLine).join('');
    expect(parseEvidence('e', text)).toEqual({ lines, problems: [] });
  });

  it('keep the ids of lines that an older store wrote', () => {
    const line =
      '{"id":"a6293180009167d8","kind":"success","pattern":"p","rule":"R","file":"f","gate":null,"day":"2026-01-05","run":"r"}';
    expect(parseEvidence('e', line).problems).toEqual([]);
  });
});

describe('otherFixes', () => {
  it('are counted by rule and source, those of the store apart', () => {
    const line = (
      more: Partial<Record<'day' | 'ruleId' | 'file', string>>,
      source: string,
      patternId: string | null = null,
      at = '1:1',
    ) => evidenceLine({ ...STANDS, ...more, kind: 'applied', patternId, source, at: [at], run: 'run-1' });
    const lines = [
      line({}, 'auto_fix'),
      line({}, 'auto_fix', null, '2:2'),
      line({ file: 'src/b.ts', day: '2026-02-01' }, 'auto_fix'),
      line({}, 'agent'),
      line({ ruleId: 'B-1' }, 'auto_fix', 'gone'),
      line({}, 'auto_fix', ID),
      success('run-1'),
    ];
    expect(otherFixes(lines, new Set([ID]))).toEqual([
      { ruleId: 'B-1', source: 'auto_fix', fixes: 1, files: 1, last: '2026-01-05' },
      { ruleId: 'SEC-003', source: 'agent', fixes: 1, files: 1, last: '2026-01-05' },
      { ruleId: 'SEC-003', source: 'auto_fix', fixes: 3, files: 2, last: '2026-02-01' },
    ]);
  });
});

describe('settleStore', () => {
  const first = recordEvidence(storeOf(75), [], [success('run-1')]);

  it('computes anew what came in by a merge', () => {
    const lines = [...first.added, success('run-2')];
    expect(settleStore(first.store, lines).patterns[0]).toMatchObject({ hundredths: 85, successCount: 5 });
  });

  it('lets an edit by hand stand, tells of it, and keeps it when more is learnt', () => {
    const [pattern] = first.store.patterns;
    if (!pattern) throw new Error('one pattern');
    const edited = withPatterns(first.store, [{ ...pattern, hundredths: 30 }]);
    expect(settleStore(edited, first.added).patterns[0]?.hundredths).toBe(30);
    expect(auditStore(first.store, first.added, 'f')).toEqual([]);
    expect(auditStore(edited, first.added, 'f')).toMatchObject([{ code: 'pattern-store/edited-by-hand' }]);
    const next = recordEvidence(edited, first.added, [success('run-2')]);
    expect(next.store.patterns[0]).toMatchObject({ hundredths: 35, successCount: 5 });
    expect(auditStore(next.store, [...first.added, ...next.added], 'f')).toEqual([]);
  });
});

describe('parseEvidence', () => {
  const lines = [...recordEvidence(storeOf(75), [], [success('run-1')]).added, decided('rejected', 'run-2', ['f1'])];
  const text = lines.map(printEvidenceLine).join('');

  it('reads back what was printed', () => expect(parseEvidence('e', text).lines).toEqual(lines));

  it.each([
    ['no JSON', '<<<<<<< HEAD'],
    ['a list', '[]'],
    ['an id of other content', text.split('\n')[1]?.replace('src/a.ts', 'src/b.ts')],
    ['an unknown kind', JSON.stringify({ id: 'x', kind: 'praised', pattern: 'p', day: '2026-01-05', run: 'r' })],
    ['a day that is none', JSON.stringify({ id: 'x', kind: 'accepted', pattern: 'p', day: '2026-02-30', run: 'r' })],
    ['trust out of bounds', JSON.stringify({ id: 'x', kind: 'state', pattern: 'p', day: '', run: '', confidence: 7 })],
  ])('refuses the whole for %s, and names the line', (_, line = '') => {
    const parsed = parseEvidence('e', `${text}${line}\n`);
    expect(parsed.lines).toBeNull();
    expect(parsed.problems).toMatchObject([{ code: 'evidence/line', severity: 'invalid', line: 4 }]);
  });
});

describe('rejectedPlaces', () => {
  it.each([
    ['a rejected fix', [decided('rejected', 'run-1', ['f1', 'f2'])], ['f1', 'f2']],
    ['accepted afterwards', [decided('accepted', 'run-2', []), decided('rejected', 'run-1', ['f1'])], []],
    ['accepted before', [decided('accepted', 'run-1', []), decided('rejected', 'run-2', ['f1'])], ['f1']],
  ])('knows %s', (_, lines, places) => expect([...rejectedPlaces(lines)]).toEqual(places));
});
