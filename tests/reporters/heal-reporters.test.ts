import { describe, expect, it } from 'vitest';
import type { HealOutcome, HealResult } from '../../src/model/heal-result.js';
import { incomplete } from '../../src/model/problem.js';
import { HEAL_REPORTERS } from '../../src/reporters/index.js';
import { PLAIN, violationsIn } from '../support/check-report.js';
import { forbidden, makeRule } from '../support/make-rule.js';

const innerHtml = makeRule({ id: 'SEC-003' }, forbidden(/\.innerHTML\s*=/, { message: 'Unsafe innerHTML' }));
const secrets = makeRule({ id: 'SEC-001', title: 'No secrets' }, forbidden(/key = "[^"]+"/, { message: 'Secret' }));
const violationOf = (path: string, text: string, rule = innerHtml) => {
  const [violation] = violationsIn(path, text, rule);
  if (!violation) throw new Error('the fixture must violate');
  return violation;
};
const DIFF = '--- a/src/a.tsx\n+++ b/src/a.tsx\n@@ -1 +1 @@\n-a.innerHTML = b\n+a.textContent = b\n';

const healed: HealOutcome = {
  violation: violationOf('src/a.tsx', 'a.innerHTML = b'),
  status: 'healed',
  iterations: 1,
  source: 'pattern:fix-1',
  tier: 'platinum',
  confidence: { before: 0.95, after: 1 },
  diff: DIFF,
  reason: null,
  attempts: [{ n: 1, source: 'pattern:fix-1', outcome: 'kept', gate: null, detail: null, diff: DIFF }],
};
const escalated: HealOutcome = {
  violation: violationOf('src/b.ts', '\n  key = "canary-12345"', secrets),
  status: 'escalated',
  iterations: 1,
  source: null,
  tier: null,
  confidence: null,
  diff: null,
  reason: 'The literal "canary-12345" is a default parameter.',
  attempts: [
    {
      n: 1,
      source: 'auto_fix',
      outcome: 'precondition',
      gate: 'slot-unique',
      detail: 'No.',
      diff: '-key = "canary-12345"\n+`````\n',
    },
  ],
};
const resultOf = (...outcomes: readonly HealOutcome[]): HealResult => ({
  runId: 'r1',
  dryRun: false,
  outcomes,
  changes: outcomes.flatMap(({ diff, status }) => (status === 'healed' && diff ? [{ file: 'src/a.tsx', diff }] : [])),
  linesTouched: 0,
  findings: [],
  problems: [],
});
const render = (format: string, result: HealResult, style = PLAIN): string =>
  HEAL_REPORTERS[format]?.render({ result, reportFile: '.specflow/runs/r1/report.md' }, style) ?? '';

describe('heal reports', () => {
  it('tell people once that a file could not be written', () => {
    const reason = 'The file could not be written: the disk is full. Run heal again.';
    const attempts = escalated.attempts.map((attempt) => ({ ...attempt, gate: 'write', detail: reason }));
    const problem = (file: string) => incomplete('heal/write-failed', file, 'It could not be written.', null);
    const result = {
      ...resultOf({ ...escalated, reason, attempts }),
      problems: [problem('src/b.ts'), problem('src/untold.ts')],
    };
    const text = render('pretty', result);
    expect(text.match(/could not be written/g)).toHaveLength(2);
    expect(text).toContain('the disk is full');
    expect(text).toContain('src/untold.ts');
    expect(render('pretty', result, { ...PLAIN, quiet: true })).toContain('--> src/b.ts');
  });

  it('tells people what was mended, what not and why, and what next', () => {
    expect(render('pretty', resultOf(healed, escalated))).toBe(
      [
        'healed     src/a.tsx:1:2  SEC-003  pattern:fix-1 (platinum 0.95 → 1.00)',
        'escalated  src/b.ts:2:3  SEC-001',
        '    The literal "cana…" is a default parameter.',
        '      attempt 1, auto_fix: precondition (slot-unique): No.',
        '',
        'Findings: none',
        '',
        '✖ 1 healed, 0 suggested, 1 escalated of 2 violations (1 file changed)',
        'Report: .specflow/runs/r1/report.md',
        'Next: specflow explain SEC-001',
        '',
      ].join('\n'),
    );
  });

  it('tells escalations of one rule in one file for one reason once', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `${index % 2 === 0 ? '' : ' '}a.innerHTML = b${index}`);
    const reason = 'Protected: a test decides what is right.';
    const inTest = violationsIn('tests/a.test.ts', lines.join('\n'), innerHtml).map((violation, index) => ({
      ...escalated,
      violation,
      attempts: [],
      reason: index === 20 ? 'Another reason.' : reason,
    }));
    const elsewhere = {
      ...escalated,
      violation: violationOf('tests/b.test.ts', 'a.innerHTML = b'),
      attempts: [],
      reason,
    };
    const text = render('pretty', resultOf(...inTest, elsewhere));
    expect(text.split('\n').slice(0, 8)).toEqual([
      'escalated  tests/a.test.ts:1:2  SEC-003',
      '    and 38 more: lines 2, 3, 4, 5, 6, 7, 8, 9, …',
      `    ${reason}`,
      'escalated  tests/a.test.ts:21:2  SEC-003',
      '    Another reason.',
      'escalated  tests/b.test.ts:1:2  SEC-003',
      `    ${reason}`,
      '',
    ]);
    expect(text).toContain('41 escalated of 41 violations');
    expect(render('pretty', resultOf(...inTest), { ...PLAIN, quiet: true }).split('\n')).toHaveLength(41);
  });

  it('tells fixes of one rule in one file by one means once', () => {
    const others = violationsIn('src/a.tsx', 'a.innerHTML = b\n'.repeat(3), innerHtml);
    const [, second, third] = others.map((violation) => ({ ...healed, violation }));
    if (!second || !third) throw new Error('the fixture must violate');
    const lines = (result: HealResult) => render('pretty', result).split('\n').slice(0, 4);
    expect(lines(resultOf(healed, second, { ...third, source: 'auto_fix', tier: null, confidence: null }))).toEqual([
      'healed     src/a.tsx:1:2  SEC-003  pattern:fix-1 (platinum 0.95 → 1.00)',
      '    and 1 more: line 2',
      'healed     src/a.tsx:3:2  SEC-003  auto_fix',
      '',
    ]);
    expect(lines({ ...resultOf(healed, second, escalated), dryRun: true })).toEqual([
      'would heal  src/a.tsx:1:2  SEC-003  pattern:fix-1 (platinum 0.95 → 1.00)',
      '    and 1 more: line 2',
      'escalated   src/b.ts:2:3  SEC-001',
      '    The literal "cana…" is a default parameter.',
    ]);
  });

  it('counts in its list of lines what it counts before it', () => {
    const text = 'a.innerHTML = b; a.innerHTML = c\n\na.innerHTML = b; a.innerHTML = c; a.innerHTML = d\n';
    const outcomes = violationsIn('src/a.tsx', text, innerHtml).map((violation) => ({ ...healed, violation }));
    expect(render('pretty', resultOf(...outcomes)).split('\n')[1]).toBe('    and 4 more: lines 1, 3 (3)');
  });

  it('shows the diff of a suggestion', () => {
    const same = { before: 0.5, after: 0.5 };
    const text = render('pretty', resultOf({ ...healed, status: 'suggested', reason: 'unproven', confidence: same }));
    expect(text).toContain('suggested  src/a.tsx:1:2  SEC-003  pattern:fix-1 (platinum 0.50)\n    unproven\n');
    expect(text).toContain('      +a.textContent = b\n');
  });

  it('says why what stands before a suggestion was not applied', () => {
    const refused = {
      n: 1,
      source: 'auto_fix',
      outcome: 'precondition',
      gate: 'sole-body',
      detail: 'No.',
      diff: null,
    } as const;
    const attempts = [refused, { ...refused, n: 2, source: 'example', detail: 'Unproven.', gate: null }];
    const text = render(
      'pretty',
      resultOf({ ...healed, status: 'suggested', source: 'example', reason: 'unproven', attempts }),
    );
    expect(text).toContain(
      '    unproven\n      attempt 1, auto_fix: precondition (sole-body): No.\n      --- a/src/a.tsx\n',
    );
  });

  it('does not call well what it could not look at', () => {
    const unread = incomplete('file/unreadable', 'src/a.ts', 'Permission was denied.', null);
    const text = render('pretty', { ...resultOf(), problems: [unread] });
    expect(text).toContain('⚠ no violations to heal in what could be looked at\n');
    expect(render('pretty', resultOf())).toContain('✔ no violations to heal\n');
  });

  it('sends a dry run on to the real one', () => {
    const text = render('pretty', { ...resultOf(healed), dryRun: true });
    expect(text).toContain('1 can be healed');
    expect(text.trimEnd().split('\n').at(-1)).toBe('Next: specflow heal');
  });

  it('sends nobody to a rule for what a problem left undone', () => {
    const problem = { code: 'heal/verify', severity: 'incomplete', file: null, line: null, column: null } as const;
    const result = { ...resultOf(escalated), problems: [{ ...problem, message: 'No.', help: null }] };
    expect(render('pretty', result).trimEnd().split('\n').at(-1)).toBe(
      'Next: put right what is named above, then specflow heal',
    );
  });

  it('has the documented JSON shape', () => {
    const parsed = JSON.parse(render('json', resultOf(healed)));
    expect(Object.keys(parsed)).toEqual(['schemaVersion', 'run', 'summary', 'results', 'findings', 'problems']);
    expect(parsed.run).toEqual({ id: 'r1', dryRun: false });
    expect(parsed.summary).toEqual({
      found: 1,
      healed: 1,
      suggested: 0,
      escalated: 0,
      filesChanged: 1,
      linesTouched: 0,
    });
    expect(parsed.results).toEqual([
      {
        ruleId: 'SEC-003',
        file: 'src/a.tsx',
        line: 1,
        status: 'healed',
        iterations: 1,
        source: 'pattern:fix-1',
        tier: 'platinum',
        confidence: { before: 0.95, after: 1 },
        diff: DIFF,
        reason: null,
        attempts: healed.attempts,
      },
    ]);
  });

  it('prints the diff of all changes and nothing else', () => {
    expect(render('diff', resultOf(healed, escalated))).toBe(DIFF);
  });

  it('asks for findings under an empty section of the Markdown report', () => {
    const text = render('markdown', resultOf(healed));
    expect(text).toContain('# Heal run `r1`');
    expect(text).toContain('```diff\n--- a/src/a.tsx');
    expect(text).toContain('None. What did you notice that was outside the scope of this run?');
  });

  it('keeps a diff inside its fence', () => {
    expect(render('markdown', resultOf(escalated))).toContain('``````diff\n');
  });

  it.each([
    [false, '1 healed, 0 suggested, 1 escalated; 1 file changed.', '## Healed (1)'],
    [true, '1 can be healed, 0 suggested, 1 escalated; 1 file would change.', '## Can be healed (1)'],
  ])('markdown says in one line what came of it, or would: dry run %s', (dryRun, line, title) => {
    const text = render('markdown', { ...resultOf(healed, escalated), dryRun });
    expect(text.split('\n')).toEqual(expect.arrayContaining([line, title]));
  });

  it.each(Object.keys(HEAL_REPORTERS))('shows no secret whole: %s', (format) => {
    expect(render(format, resultOf(escalated))).not.toContain('canary-12345');
  });

  it.each(Object.keys(HEAL_REPORTERS))('shows secrets whole to whoever asked for them: %s', (format) => {
    const diff = '--- a/src/b.ts\n+++ b/src/b.ts\n@@ -1 +1 @@\n-key = "canary-12345"\n+key = env\n';
    const result = { ...resultOf(escalated), changes: [{ file: 'src/b.ts', diff }] };
    const text = HEAL_REPORTERS[format]?.render({ result, reportFile: null, showSecrets: true }, PLAIN);
    expect(text).toContain('canary-12345');
  });

  it.each(Object.keys(HEAL_REPORTERS))('lets no control character through: %s', (format) => {
    const evil = 'x\u001b[2J\u202e\r';
    const hostile = { ...escalated, violation: violationOf(`src/${evil}.ts`, `${evil} a.innerHTML = b`), reason: evil };
    const result = { ...resultOf(hostile), changes: [{ file: evil, diff: `--- a/${evil}\n+${evil}y\n` }] };
    const text = render(format, result).replaceAll('\r\n', '\n');
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/);
  });
});
