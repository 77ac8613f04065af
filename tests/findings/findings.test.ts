import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decision, type FindingRecord, findingId, openFinding } from '../../src/findings/finding-record.js';
import { mergeFindings, mergeFindingTexts } from '../../src/findings/merge-findings.js';
import { parseFinding, printFinding } from '../../src/findings/parse-finding.js';
import { newRecords, overdue, withoutDecided } from '../../src/findings/sync-findings.js';
import type { Finding } from '../../src/model/finding.js';

const FINDING: Finding = {
  code: 'scope/empty',
  ruleId: 'R-1',
  file: 'contracts/a.yml',
  line: 3,
  message: 'The scope selects 0 of 12 files.',
  help: null,
};
const day = fc.constantFrom('2026-01-01', '2026-01-02', '2026-03-01');
const reason = fc.option(fc.constantFrom('why', 'why not'));
const decision: fc.Arbitrary<Decision | null> = fc.option(
  fc.oneof(
    fc.record({ kind: fc.constant('accepted' as const), day, reason }),
    fc.record({ kind: fc.constant('dismissed' as const), day, reason: fc.constantFrom('a', 'b') }),
    fc.record({ kind: fc.constant('deferred' as const), day, until: day, reason }),
    fc.record({ kind: fc.constant('promoted' as const), day, ruleId: fc.constantFrom('N-1', 'N-2') }),
  ),
);
const record: fc.Arbitrary<FindingRecord> = fc
  .tuple(day, decision, fc.option(fc.constantFrom('line a', 'line b')), fc.constantFrom(3, 9))
  .map(([first, decided, evidence, line]) => ({
    ...openFinding({ ...FINDING, line }, evidence, first),
    decision: decided,
  }));

const decided = (changes: Partial<FindingRecord>): FindingRecord => ({
  ...openFinding(FINDING, null, '2026-01-01'),
  ...changes,
});

describe('findingId', () => {
  it('stays where lines move and counts change, and differs for another thing', () => {
    expect(findingId({ ...FINDING, line: 99, message: 'The scope selects 3 of 4 files.' })).toBe(findingId(FINDING));
    for (const other of [{ code: 'x/y' }, { ruleId: 'R-2' }, { file: null }, { message: 'Else.' }]) {
      expect(findingId({ ...FINDING, ...other })).not.toBe(findingId(FINDING));
    }
  });
});

describe('a finding file', () => {
  it('reads back as it was printed', () => {
    fc.assert(
      fc.property(record, (each) => {
        expect(parseFinding(printFinding(each))).toEqual(each);
      }),
    );
  });

  it.each([
    ['{', 'not valid JSON'],
    ['[]', 'not valid JSON'],
    ['{}', 'finding_version'],
    [printFinding(decided({})).replace('"open"', '"dismissed"'), '"decided"'],
    [
      printFinding(decided({ decision: { kind: 'dismissed', day: '2026-01-01', reason: 'x' } })).replace('"x"', 'null'),
      'reason',
    ],
    [printFinding(decided({})).replace('2026-01-01', '2026-13-01'), 'first_seen'],
    [printFinding(decided({})).replace('"line": 3', '"line": 0'), 'line'],
  ])('is refused where it is %s', (text, why) => expect(parseFinding(text)).toContain(why));
});

describe('mergeFindings', () => {
  it('is the same in any order, and nothing changes the second time', () => {
    fc.assert(
      fc.property(record, record, record, (a, b, c) => {
        const all = printFinding(mergeFindings(mergeFindings(a, b), c));
        expect(printFinding(mergeFindings(a, mergeFindings(b, c)))).toBe(all);
        expect(printFinding(mergeFindings(c, mergeFindings(b, a)))).toBe(all);
        expect(printFinding(mergeFindings(mergeFindings(a, b), b))).toBe(printFinding(mergeFindings(a, b)));
      }),
    );
  });

  it('keeps a dismissal whatever the other side decided, and the earlier day', () => {
    fc.assert(
      fc.property(record, day, (other, first) => {
        const mine = decided({ firstSeen: first, decision: { kind: 'dismissed', day: '2026-01-01', reason: 'no' } });
        const merged = mergeFindings(other, mine);
        expect(merged.decision?.kind).toBe('dismissed');
        expect(merged.firstSeen <= first).toBe(true);
      }),
    );
  });

  it('takes the side that changed, also where it took a decision back', () => {
    const base = printFinding(decided({ decision: { kind: 'dismissed', day: '2026-01-01', reason: 'no' } }));
    const reopened = printFinding(decided({}));
    expect(mergeFindingTexts([base, reopened, base])?.text).toBe(reopened);
    expect(mergeFindingTexts([base, base, reopened])?.text).toBe(reopened);
    expect(mergeFindingTexts(['', base, reopened])?.text).toBe(base);
    expect(mergeFindingTexts([base, '{', base])).toBeNull();
  });
});

describe('what is raised', () => {
  const today = '2026-02-01';

  it('gets one record, once', () => {
    const raised = [
      { finding: FINDING, evidence: null },
      { finding: { ...FINDING, line: 7 }, evidence: null },
    ];
    const [first, ...others] = newRecords([], raised, today);
    expect(others).toEqual([]);
    expect(newRecords(first ? [first] : [], raised, today)).toEqual([]);
  });

  it.each<[Decision | null, boolean]>([
    [null, true],
    [{ kind: 'accepted', day: today, reason: null }, true],
    [{ kind: 'dismissed', day: today, reason: 'no' }, false],
    [{ kind: 'promoted', day: today, ruleId: 'N-1' }, false],
    [{ kind: 'deferred', day: today, until: '2026-02-02', reason: null }, false],
    [{ kind: 'deferred', day: today, until: today, reason: null }, true],
  ])('decided as %j is shown: %s', (decision, isShown) => {
    expect(withoutDecided([FINDING], [decided({ decision })], today)).toHaveLength(isShown ? 1 : 0);
  });

  it.each<[Decision | null, string, boolean]>([
    [null, '2026-01-30', false],
    [null, '2026-01-31', true],
    [{ kind: 'accepted', day: today, reason: null }, '2030-01-01', false],
    [{ kind: 'deferred', day: today, until: '2026-02-05', reason: null }, '2026-02-04', false],
    [{ kind: 'deferred', day: today, until: '2026-02-05', reason: null }, '2026-02-05', true],
  ])('decided as %j is overdue on %s: %s', (decision, now, isLate) => {
    expect(overdue(decided({ decision }), now, 30) !== null).toBe(isLate);
  });
});
