import { applyPatch, createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseEdits, mapRange, outputRanges } from '../../src/heal/diff/map-range.js';
import { unifiedDiff } from '../../src/heal/diff/unified-diff.js';
import { makeLook } from '../../src/heal/look.js';
import { distinctEvidence, type Evidence, isFailure, learn } from '../../src/heal/outcome/evidence.js';
import { outlookOf } from '../../src/heal/outlook/outlook.js';
import { classify } from '../../src/heal/site/classify.js';
import { relocate } from '../../src/heal/site/relocate.js';
import type { Site } from '../../src/heal/site/site.js';
import { DEFAULT_CONFIG } from '../../src/model/config.js';
import type { Rule } from '../../src/model/contract.js';
import { applyEdits, type Edit } from '../../src/model/edit.js';
import type { Violation } from '../../src/model/violation.js';
import { makePattern } from '../pattern-store/make-pattern.js';
import { makeAutoFix } from '../support/make-auto-fix.js';
import { forbidden, makeRule, required } from '../support/make-rule.js';
import { recheck } from '../support/recheck.js';

/** A text with disjoint edits of it. */
const edited = fc
  .tuple(fc.string({ maxLength: 40 }), fc.array(fc.tuple(fc.nat(40), fc.string({ maxLength: 4 })), { maxLength: 8 }))
  .map(([text, cuts]) => {
    const points = [...new Set(cuts.map(([at]) => Math.min(at, text.length)))].sort((a, b) => a - b);
    const edits: Edit[] = [];
    for (let i = 0; i + 1 < points.length; i += 2) {
      edits.push({ range: { start: points[i] ?? 0, end: points[i + 1] ?? 0 }, text: cuts[i]?.[1] ?? '' });
    }
    return { text, edits };
  });

describe('ranges under edits', () => {
  it('an untouched range holds the same text afterwards', () => {
    fc.assert(
      fc.property(edited, fc.nat(40), fc.nat(40), ({ text, edits }, a, b) => {
        const range = { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) };
        const after = applyEdits(text, edits) ?? '';
        const mapped = mapRange(range, edits);
        if (mapped) expect(after.slice(mapped.start, mapped.end)).toBe(text.slice(range.start, range.end));
        else expect(edits.some((edit) => edit.range.start < range.end && range.start < edit.range.end)).toBe(true);
      }),
    );
  });

  it('an insertion at either end of a range stays outside of it', () => {
    const insert = (at: number): Edit => ({ range: { start: at, end: at }, text: 'xx' });
    expect(mapRange({ start: 2, end: 4 }, [insert(2)])).toEqual({ start: 4, end: 6 });
    expect(mapRange({ start: 2, end: 4 }, [insert(4)])).toEqual({ start: 2, end: 4 });
    expect(mapRange({ start: 2, end: 4 }, [insert(3)])).toBeNull();
  });

  it('output ranges hold what was put in, and the inverse gives back the text', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        const after = applyEdits(text, edits) ?? '';
        expect(outputRanges(edits).map(({ start, end }) => after.slice(start, end))).toEqual(
          edits.map((edit) => edit.text),
        );
        expect(applyEdits(after, inverseEdits(text, edits))).toBe(text);
      }),
    );
  });
});

describe('unifiedDiff', () => {
  it('is what patch needs, whatever the line ends', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '\n', '\r\n', '+', '-'), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        const diff = unifiedDiff('src/a.ts', before, after);
        expect(diff.startsWith('--- a/src/a.ts\n+++ b/src/a.ts\n@@ ')).toBe(true);
        expect(applyPatch(before, diff, { autoConvertLineEndings: false })).toBe(after);
      }),
    );
  });

  it('is the diff of the whole texts, however far apart they differ', () => {
    // No two lines are alike: there is then only one shortest diff.
    const lines = fc
      .array(fc.constantFrom('\n', '\r\n'), { minLength: 10, maxLength: 40 })
      .map((ends) => ends.map((end, at) => `line ${at}${end}`));
    fc.assert(
      fc.property(lines, fc.array(fc.nat(39), { maxLength: 3 }), fc.boolean(), (all, places, isCut) => {
        const before = isCut ? all.join('').trimEnd() : all.join('');
        const changed = all.map((each, at) => (places.includes(at) ? `new${at}\n` : each)).join('');
        const after = isCut ? changed.trimEnd() : changed;
        fc.pre(before !== after);
        const whole = createTwoFilesPatch('a/x', 'b/x', before, after, undefined, undefined, {
          context: 3,
          headerOptions: FILE_HEADERS_ONLY,
        });
        expect(unifiedDiff('x', before, after)).toBe(whole);
      }),
    );
  });

  it('is empty where nothing differs', () => expect(unifiedDiff('a', 'x\n', 'x\n')).toBe(''));
});

function violationsOf(text: string, ...rules: readonly Rule[]): readonly Violation[] {
  return rules.flatMap((rule) => recheck(rule, { path: 'src/a.ts', text }) ?? []);
}

describe('classify', () => {
  const a = makeRule({ id: 'A' }, forbidden(/aa+/), forbidden(/a{3}/));
  const b = makeRule({ id: 'B' }, forbidden(/b+/));
  const block = makeRule({ id: 'M' }, forbidden(/\{[^}]*\}\n?/));
  const bc = makeRule({ id: 'B' }, forbidden(/bc/));
  const soft = { ...bc, severity: 'warning' as const };

  it.each([
    ['one by one, bottom up', 'aa\n\naa\nb\n', [a, b], [['B'], ['A'], ['A']], []],
    ['nested matches of a rule as one, outermost first', 'aaaa\n', [a], [['A', 'A']], []],
    ['different rules on a line apart', 'aa b\n', [a, b], [['B'], ['A']], []],
    ['different rules that overlap over lines together', '{\nb\n}\n', [block, b], [], ['B', 'M']],
    ['a match that only ends before the next line apart', '{}\nb\n', [block, b], [['B'], ['M']], []],
    ['three that overlap together', '{aa b}\n', [a, b, block], [], ['A', 'B', 'M']],
  ])('%s', (_, text, rules, sites, together) => {
    const classified = classify(violationsOf(text, ...rules));
    const found = (classified.sites.get('src/a.ts') ?? []).map(({ members }) =>
      members.map(({ violation }) => violation.rule.id),
    );
    expect(found).toEqual(sites);
    expect(classified.escalated.map(({ violation }) => violation.rule.id).sort()).toEqual(together);
    for (const { violation, reason } of classified.escalated) {
      for (const id of together.filter((each) => each !== violation.rule.id)) expect(reason).toContain(id);
    }
  });

  it.each([
    ['from the end to the start', 'abc\n', [makeRule({ id: 'A' }, forbidden(/ab/)), bc], '--rule B, then --rule A.'],
    ['errors before warnings', 'abc\n', [makeRule({ id: 'A' }, forbidden(/ab/)), soft], '--rule A, then --rule B.'],
    ['what is around before what is within', '{\nb\n}\n', [block, b], '--rule M, then --rule B.'],
    [
      'one order for two rules in one place',
      'b\n',
      [makeRule({ id: 'Z' }, forbidden(/b/)), b],
      '--rule B, then --rule Z.',
    ],
  ])('with a proposed order: %s', (_, text, rules, order) => {
    const { escalated } = classify(violationsOf(text, ...rules));
    expect(escalated.map(({ reason }) => reason)).toEqual(escalated.map(() => expect.stringContaining(order)));
    expect(escalated.length).toBeGreaterThan(1);
  });

  it('matches of one rule that overlap only in part together', () => {
    const rule = makeRule({ id: 'P' }, forbidden(/ab/), forbidden(/bc/));
    expect(classify(violationsOf('abc\n', rule)).escalated).toHaveLength(2);
  });

  it('absences last', () => {
    const absent = makeRule({ id: 'R' }, required(/zz/, { require: 'every' }));
    const sites = classify(violationsOf('aa\n', absent, a)).sites.get('src/a.ts') ?? [];
    expect(sites.map(({ rule }) => rule.id)).toEqual(['A', 'R']);
  });
});

describe('relocate', () => {
  const rule = makeRule({ id: 'A' }, forbidden(/a\(/), forbidden(/a\(1/));
  const before = 'a(1); a(2); a(3);\n';
  const reported = violationsOf(before, rule);
  const [nested, middle, last] = (classify(reported).sites.get('src/a.ts') ?? []).toReversed();
  const at = (site: Site | undefined, edits: readonly Edit[]) => {
    if (!site) throw new Error('three sites were expected');
    const after = applyEdits(before, edits) ?? '';
    return relocate(site, [edits], makeLook('src/a.ts', [rule])(after), reported);
  };
  const replace = (start: number, end: number, text: string): Edit => ({ range: { start, end }, text });

  it('finds a match moved by the edits before it, among equal ones', () => {
    const found = at(last, [replace(6, 8, 'brand_new(')]);
    expect(found).toMatchObject({ kind: 'here', site: { members: [{ place: { range: { start: 20, end: 22 } } }] } });
  });

  it('knows when an edit took it away', () => expect(at(middle, [replace(6, 10, 'b()')])).toEqual({ kind: 'gone' }));

  it('is lost when an edit rewrote it and it matches still', () => {
    expect(at(middle, [replace(6, 10, 'a(9)')])).toEqual({ kind: 'lost' });
  });

  it('is lost when only some of what was to be healed as one is left', () => {
    expect(nested?.members).toHaveLength(2);
    expect(at(nested, [replace(2, 3, '9')])).toEqual({ kind: 'lost' });
  });
});

describe('evidence', () => {
  const line = (patternId: string, outcome: Evidence['outcome']): Evidence => ({
    patternId,
    source: `pattern:${patternId}`,
    ruleId: 'R',
    file: 'f',
    outcome,
    gate: null,
    at: [],
  });

  it('is of each applied fix, and of one failure a pattern', () => {
    const all = [line('p', 'success'), line('p', 'failure'), line('q', 'success'), line('p', 'failure')];
    expect(distinctEvidence([...all, line('p', 'success'), line('p', 'applied')])).toEqual([
      ...all.slice(0, 3),
      line('p', 'success'),
      line('p', 'applied'),
    ]);
  });

  it.each<[readonly Evidence['outcome'][], number]>([
    [['success', 'success', 'success'], 55],
    [['success', 'failure', 'success'], 40],
    [['applied', 'applied'], 50],
    [[], 50],
  ])('of one file, %j, teaches once: to %i', (outcomes, hundredths) => {
    const patterns = [makePattern({ id: 'p', hundredths: 50 }), makePattern({ id: 'q', hundredths: 50 })];
    const learnt = learn(
      patterns,
      outcomes.map((outcome) => line('p', outcome)),
      '2026-01-15',
    );
    expect(learnt.map((each) => each.hundredths)).toEqual([hundredths, 50]);
  });

  it.each([
    ['still_violates', true],
    ['syntax_error', true],
    ['new_violation', true],
    ['type_error', true],
    ['gamed', true],
    ['not_idempotent', true],
    ['cycle', true],
    ['verify_failed', true],
    ['kept', false],
    ['precondition', false],
    ['out_of_scope', false],
    ['no_change', false],
    ['timeout', false],
  ] as const)('%s counts as a failure: %s', (outcome, counts) => expect(isFailure(outcome)).toBe(counts));
});

describe('outlookOf', () => {
  const { healLoop } = DEFAULT_CONFIG;
  const rule = makeRule({ id: 'SEC-003' }, forbidden(/\.innerHTML\s*=/));
  const [violation] = violationsOf('a.innerHTML = b;\n', rule);
  const outlook = (changes: Parameters<typeof makePattern>[0], config = healLoop) =>
    violation && outlookOf(violation, [makePattern(changes)], config, '2026-01-15');

  it('names the pattern that would be tried, as it stands today', () => {
    expect(outlook({ hundredths: 95, lastUsed: '2025-10-15' })).toEqual({
      source: 'pattern:fix-sec-003-innerhtml',
      tier: 'platinum',
      confidence: 0.94,
    });
  });

  it.each([
    ['bronze', { hundredths: 30 }],
    ['retired', { hundredths: 95, retired: true }],
    ['of another rule', { hundredths: 95, ruleId: 'SEC-004' }],
    ['that does not meet the line', { hundredths: 95, match: 'outerHTML' }],
  ])('promises nothing from a pattern %s', (_, changes) => expect(outlook(changes)).toBeNull());

  const declared = makeRule(
    { id: 'SEC-003', scope: ['**/*'] },
    forbidden(/\.innerHTML\s*=/, { autoFix: makeAutoFix({ template: 'x' }) }),
  );

  it.each([
    ['src/a.ts', 'a.innerHTML = b;', true],
    ['src/a.test.ts', 'a.innerHTML = b;', false],
    ['dist/a.js', 'a.innerHTML = b;', false],
    ['src/a.d.ts', 'a.innerHTML = b;', false],
    ['src/a.ts', '  // a.innerHTML = b;', false],
    ['src/a.ts', '  /* was: a.innerHTML = b;', false],
    ['src/a.ts', '/* x */ a.innerHTML = b;', true],
    ['src/a.ts', 'const u = "http://x"; a.innerHTML = b;', true],
    ['src/a.py', 'a.innerHTML = b', false],
  ])('of %s, %s: %s', (file, text, promises) => {
    const [found] = recheck(declared, { path: file, text }) ?? [];
    expect(found && outlookOf(found, [], healLoop, '2026-01-15')).toEqual(
      promises ? { source: 'auto_fix', tier: null, confidence: null } : null,
    );
  });

  it('of a language nobody parses, a slot that the rule names itself', () => {
    const slot = forbidden(/b/, { autoFix: makeAutoFix({ findReplace: { find: /b/g, replace: 'c' } }) });
    const [found] = recheck(makeRule({ scope: ['**/*'] }, slot), { path: 'src/a.py', text: 'a = b' }) ?? [];
    const [commented] = recheck(makeRule({ scope: ['**/*'] }, slot), { path: 'src/a.py', text: '# a = b' }) ?? [];
    expect(found && outlookOf(found, [], healLoop, '2026-01-15')).not.toBeNull();
    expect(commented && outlookOf(commented, [], healLoop, '2026-01-15')).toBeNull();
  });

  it('names the best of several patterns, of equal ones the first by name', () => {
    const best = (...patterns: readonly Parameters<typeof makePattern>[0][]) =>
      violation && outlookOf(violation, patterns.map(makePattern), healLoop, '2025-10-02')?.source;
    expect(best({ id: 'a', hundredths: 71 }, { id: 'b', hundredths: 95 }, { id: 'c', hundredths: 50 })).toBe(
      'pattern:b',
    );
    expect(best({ id: 'b', hundredths: 95 }, { id: 'a', hundredths: 95 })).toBe('pattern:a');
    expect(best({ id: 'a', hundredths: 95 }, { id: 'b', hundredths: 95 })).toBe('pattern:a');
    expect(best({ id: 'a', hundredths: 30 }, { id: 'b', hundredths: 45 })).toBe('pattern:b');
  });

  it('says which patterns are about to be asked: those of the rule', () => {
    const asked: string[] = [];
    const patterns = [makePattern({ id: 'a' }), makePattern({ id: 'b', ruleId: 'OTHER' })];
    if (violation) outlookOf(violation, patterns, healLoop, '2026-01-15', ({ id }) => asked.push(id));
    expect(asked).toEqual(['a']);
  });

  it.each<[string, Partial<Violation>]>([
    ['exempt', { exemption: { kind: 'baseline', reason: 'r', expires: null } }],
    ['without a place', { place: null }],
  ])('promises nothing for what is %s', (_, changes) => {
    const known = [makePattern({ hundredths: 95 })];
    expect(violation && outlookOf({ ...violation, ...changes }, known, healLoop, '2025-10-02')).toBeNull();
    expect(violation && outlookOf(violation, known, healLoop, '2025-10-02')).not.toBeNull();
  });

  it('promises nothing of a journey, of an unsafe fix, and of a hint', () => {
    const of = (fix: Parameters<typeof makeAutoFix>[0], origin: 'pattern' | 'journey' = 'pattern') => {
      const own = makeRule({ id: 'SEC-003', origin }, forbidden(/\.innerHTML/, { autoFix: makeAutoFix(fix) }));
      const [found] = violationsOf('a.innerHTML = b;\n', own);
      return found && outlookOf(found, [], healLoop, '2026-01-15');
    };
    expect(of({ template: 'x' })).not.toBeNull();
    expect(of({ template: 'x' }, 'journey')).toBeNull();
    expect(of({ template: 'x', safety: 'unsafe' })).toBeNull();
    expect(of({ hint: 'x' })).toBeNull();
  });

  it.each<[string, Parameters<typeof makeAutoFix>[0], boolean]>([
    ['an insertion at a place', { strategy: 'insert', text: 'x', anchor: { kind: 'top' } }, true],
    ['an insertion behind imports', { strategy: 'insert', text: 'x', anchor: { kind: 'after-imports' } }, false],
    ['an insertion anywhere', { strategy: 'insert', text: 'x', anchor: null }, false],
    ['a named group', { template: 'x', target: { kind: 'group', name: '1' } }, true],
    ['a value', { template: 'x', target: { kind: 'value' } }, false],
    ['a removal', { strategy: 'remove' }, false],
    ['an import', { findReplace: { find: /b/g, replace: 'c' }, importLine: 'import c' }, false],
    [
      'a condition',
      { findReplace: { find: /b/g, replace: 'c' }, when: [{ name: 'outside-try', argument: null }] },
      false,
    ],
  ])('of a language nobody parses, %s: %s', (_, fix, promises) => {
    const own = makeRule({ scope: ['**/*'] }, forbidden(/(b)/, { autoFix: makeAutoFix(fix) }));
    const [found] = recheck(own, { path: 'src/a.py', text: 'a = b' }) ?? [];
    expect(found && outlookOf(found, [], healLoop, '2026-01-15') !== null).toBe(promises);
  });

  it('promises nothing when healing is switched off', () => {
    expect(outlook({ hundredths: 95 }, { ...healLoop, autoFixEnabled: false })).toBeNull();
  });
});
