import { describe, expect, it } from 'vitest';
import { healViolations } from '../../src/heal/heal.js';
import type { HealPorts } from '../../src/heal/ports.js';
import { placeKeys, placeNames } from '../../src/heal/site/place-names.js';
import { DEFAULT_CONFIG } from '../../src/model/config.js';
import { undoReview } from '../../src/pattern-store/reviews/review-queue.js';
import { makePattern } from '../pattern-store/make-pattern.js';
import { forbidden, makeRule, required } from '../support/make-rule.js';
import { recheck } from '../support/recheck.js';
import { CALL, CALL_RULE, MENDED, PATTERN } from './calls.js';
import { healProject, summaryOf } from './heal-project.js';

describe('writing', () => {
  const files = { 'src/a.ts': CALL, 'src/b.ts': CALL };

  it('leaves a file alone that changed since it was read, costs no score, and writes the others', async () => {
    const saved = `${CALL}// saved by somebody\n`;
    const healed = await healProject({
      rules: CALL_RULE,
      files,
      patterns: [PATTERN],
      write: (path, disk) => {
        if (path === 'src/a.ts') disk.set(path, saved);
        return null;
      },
    });
    expect(healed.disk).toEqual({ 'src/a.ts': saved, 'src/b.ts': MENDED });
    expect(summaryOf(healed)).toEqual([
      'CALL-1 src/a.ts:3 escalated precondition/unchanged',
      'CALL-1 src/b.ts:3 healed pattern:p kept',
    ]);
    expect(healed.outcomes[0]?.reason).toContain('changed since it was read');
    expect(healed.patterns).toMatchObject([{ hundredths: 85, successCount: 1, appliedCount: 1 }]);
    expect(healed.result.changes.map(({ file }) => file)).toEqual(['src/b.ts']);
    expect(healed.reviews.map(({ file }) => file)).toEqual(['src/b.ts']);
  });

  it('says so when a path is refused, or the disk is full', async () => {
    const healed = await healProject({
      rules: CALL_RULE,
      files,
      patterns: [PATTERN],
      write: (path) =>
        path === 'src/a.ts' ? { kind: 'refused', reason: 'it is a link' } : { kind: 'failed', error: 'ENOSPC' },
    });
    expect(summaryOf(healed)).toEqual([
      'CALL-1 src/a.ts:3 escalated out_of_scope/write',
      'CALL-1 src/b.ts:3 escalated precondition/write',
    ]);
    expect(healed.outcomes.map(({ reason }) => reason)).toEqual([
      'The file was not written: it is a link. Put that right and run heal again, or mend it by hand.',
      'The file could not be written: ENOSPC. Put that right and run heal again, or mend it by hand.',
    ]);
    expect(healed.result.problems).toMatchObject([
      { code: 'heal/write-failed', severity: 'incomplete', file: 'src/b.ts' },
    ]);
    expect(healed.patterns).toEqual([PATTERN]);
  });

  it('escalates what is not where the check saw it', async () => {
    const healed = await healProject({
      rules: CALL_RULE,
      files,
      meanwhile: (disk) => {
        disk.set('src/a.ts', `// one line more\n${CALL}`);
        disk.delete('src/b.ts');
      },
    });
    expect(healed.outcomes.map(({ status, reason }) => [status, reason])).toEqual([
      ['escalated', expect.stringContaining('not what the check reported')],
      ['escalated', expect.stringContaining('gone')],
    ]);
    expect(healed.writes).toEqual([]);
  });

  it('escalates, and does not call healed, what somebody else mended meanwhile', async () => {
    const healed = await healProject({ rules: CALL_RULE, files, meanwhile: (disk) => disk.set('src/a.ts', MENDED) });
    expect(healed.outcomes.map(({ status }) => status)).toEqual(['escalated', 'healed']);
  });
});

describe('verify commands', () => {
  const files = { 'src/a.ts': CALL, 'src/b.ts': CALL };
  const config = {
    verify: [
      ['npm', 'run', 'types'],
      ['npm', 'test'],
    ],
  };
  const exited = (status: number) => ({ kind: 'exited', status, output: 'the output' }) as const;

  it('run on the written files, each, and keep them when all agree', async () => {
    const ran: string[] = [];
    const healed = await healProject({
      rules: CALL_RULE,
      files,
      patterns: [PATTERN],
      config,
      command: (argv, disk) => {
        ran.push(`${argv.join(' ')} on ${disk.get('src/a.ts') === MENDED ? 'healed' : 'old'}`);
        return exited(0);
      },
    });
    expect(ran).toEqual(['npm run types on healed', 'npm test on healed']);
    expect(healed.disk).toEqual({ 'src/a.ts': MENDED, 'src/b.ts': MENDED });
  });

  it('take back the fix that one of them blames, to the byte; the rest stays and the pattern pays once', async () => {
    const healed = await healProject({
      rules: CALL_RULE,
      files,
      patterns: [PATTERN],
      config,
      command: (argv, disk) => exited(argv[1] === 'test' && disk.get('src/b.ts') === MENDED ? 1 : 0),
    });
    expect(healed.disk).toEqual({ 'src/a.ts': MENDED, 'src/b.ts': CALL });
    expect(summaryOf(healed)).toEqual([
      'CALL-1 src/a.ts:3 healed pattern:p kept',
      'CALL-1 src/b.ts:3 escalated verify_failed/verify: npm test',
    ]);
    expect(healed.outcomes[1]?.attempts[0]?.detail).toContain('the output');
    expect(healed.patterns).toMatchObject([{ hundredths: 75, failureCount: 1, successCount: 1 }]);
    expect(healed.result.changes.map(({ file }) => file)).toEqual(['src/a.ts']);
    expect(healed.reviews.map(({ file }) => file)).toEqual(['src/a.ts']);
    expect(healed.result.problems).toEqual([]);
  });

  it.each([
    ['fails without the fixes too', () => exited(1)],
    ['does not end in time', () => ({ kind: 'timed-out', output: '' }) as const],
    ['cannot be started', () => ({ kind: 'not-started', error: 'ENOENT' }) as const],
    ['is killed', () => ({ kind: 'signalled', signal: 'SIGKILL', output: '' }) as const],
  ])('prove nothing when the command %s: rolled back, no score, a problem', async (_, command) => {
    const healed = await healProject({ rules: CALL_RULE, files, patterns: [PATTERN], config, command });
    expect(healed.disk).toEqual(files);
    expect(healed.outcomes.map(({ status }) => status)).toEqual(['escalated', 'escalated']);
    expect(healed.patterns).toEqual([PATTERN]);
    expect(healed.result.problems).toMatchObject([{ code: 'heal/verify', severity: 'incomplete' }]);
  });

  it('do not overwrite what was saved while they ran', async () => {
    let saved = false;
    const healed = await healProject({
      rules: CALL_RULE,
      files,
      config,
      command: () => exited(1),
      write: (path, disk) => {
        if (path !== 'src/a.ts' || disk.get(path) !== MENDED || saved) return null;
        saved = true;
        disk.set(path, 'mine\n');
        return null;
      },
    });
    expect(healed.disk).toEqual({ 'src/a.ts': 'mine\n', 'src/b.ts': CALL });
    expect(healed.result.problems.map(({ code }) => code)).toContain('heal/not-restored');
  });

  it('do not run when nothing was written, nor in a dry run', async () => {
    const never = (): never => {
      throw new Error('ran');
    };
    const dry = await healProject({ rules: CALL_RULE, files, config, dryRun: true, command: never });
    expect(dry.outcomes.map(({ status }) => status)).toEqual(['healed', 'healed']);
    await healProject({ rules: CALL_RULE, files: { 'src/a.ts': 'ok();\n' }, config, command: never });
  });
});

describe('protected paths', () => {
  it.each([
    'src/a.test.ts',
    'src/a.spec.tsx',
    'src/__tests__/a.ts',
    'tests/a.ts',
    'test/a.ts',
    'e2e/a.ts',
    'cypress/a.ts',
    'node_modules/x/a.js',
    'package-lock.json',
    'yarn.lock',
    'src/__snapshots__/a.ts.snap',
    'test_a.py',
    'legacy/a.ts',
  ])('%s is never written to', async (path) => {
    const healed = await healProject({
      rules: CALL_RULE,
      files: { [path]: CALL },
      config: { protect: ['legacy/**'] },
    });
    expect(summaryOf(healed)).toEqual([`CALL-1 ${path}:3 escalated out_of_scope/protected-path`]);
    expect(healed.outcomes[0]?.iterations).toBe(0);
    expect(healed.writes).toEqual([]);
  });

  it.each(['src/testing.ts', 'src/latest/a.ts', 'src/contest.ts', 'src/protest.spec/a.ts', 'legacy.ts'])(
    '%s only looks like one',
    async (path) => {
      const healed = await healProject({
        rules: CALL_RULE,
        files: { [path]: CALL },
        config: { protect: ['legacy/**'] },
      });
      expect(healed.disk).toEqual({ [path]: MENDED });
    },
  );
});

describe('required patterns', () => {
  const rule = (require: string, fix: string): string => `
- id: AUTH-1
  title: Handlers authenticate
  scope: ["src/api/**/*.ts"]
  behavior:
    required_patterns:
      - pattern: /requireAuth\\(/
        message: Call requireAuth
        require: ${require}
        auto_fix: { strategy: insert, ${fix} }
`;
  const text = "import { requireAuth } from './auth.js';\nserve();\n";
  const insert = 'text: "requireAuth();", anchor: after_imports';

  it('every: each file that lacks it', async () => {
    const files = { 'src/api/a.ts': text, 'src/api/b.ts': text, 'src/c.ts': text };
    const healed = await healProject({ rules: rule('every', insert), files });
    expect(summaryOf(healed)).toEqual([
      'AUTH-1 src/api/a.ts:- healed auto_fix kept',
      'AUTH-1 src/api/b.ts:- healed auto_fix kept',
    ]);
    expect(healed.disk['src/api/a.ts']).toContain('requireAuth();');
    expect(healed.disk['src/c.ts']).toBe(text);
  });

  it('any: the only candidate', async () => {
    const healed = await healProject({ rules: rule('any', insert), files: { 'src/api/a.ts': text, 'src/b.ts': text } });
    expect(summaryOf(healed)).toEqual(['AUTH-1 src/api/a.ts:- healed auto_fix kept']);
  });

  it('any: the configured target among several', async () => {
    const files = { 'src/api/a.ts': text, 'src/api/b.ts': text };
    const healed = await healProject({ rules: rule('any', `${insert}, target: src/api/b.ts`), files });
    expect(summaryOf(healed)).toEqual(['AUTH-1 src/api/b.ts:- healed auto_fix kept']);
  });

  it('any: several candidates and no target are ranked for a person', async () => {
    const files = { 'src/api/a.ts': 'serve();\n', 'src/api/b.ts': text };
    const healed = await healProject({ rules: rule('any', insert), files });
    expect(summaryOf(healed)).toEqual(['AUTH-1 -:- escalated']);
    expect(healed.outcomes[0]?.reason).toMatch(/src\/api\/b\.ts, src\/api\/a\.ts/);
  });

  it('any: a target outside the scope is out of scope', async () => {
    const files = { 'src/api/a.ts': text, 'src/b.ts': text };
    const healed = await healProject({ rules: rule('any', `${insert}, target: src/b.ts`), files });
    expect(summaryOf(healed)).toEqual(['AUTH-1 -:- escalated out_of_scope/scope']);
    expect(healed.writes).toEqual([]);
  });

  it('any: a scope that selects nothing', async () => {
    const healed = await healProject({ rules: rule('any', insert), files: { 'src/b.ts': text } });
    expect(healed.outcomes).toMatchObject([
      { status: 'escalated', reason: expect.stringContaining('selects no file') },
    ]);
  });

  it('a comment does not satisfy it', async () => {
    const rules = rule('every', 'text: "// requireAuth()", anchor: top');
    const healed = await healProject({ rules, files: { 'src/api/a.ts': text } });
    expect(healed.outcomes).toMatchObject([{ status: 'escalated' }]);
    expect(healed.disk['src/api/a.ts']).toBe(text);
  });

  it('a comment does, where it is the very text the contract asks to insert', async () => {
    const rules = `
- id: LIC-1
  title: Files name their licence
  scope: ["src/**/*.ts"]
  behavior:
    required_patterns:
      - pattern: "/SPDX-License-Identifier: MIT/"
        message: Name the licence
        require: every
        auto_fix: { strategy: insert, anchor: top, text: "// SPDX-License-Identifier: MIT" }
`;
    const healed = await healProject({ rules, files: { 'src/a.ts': 'run();\n' } });
    expect(summaryOf(healed)).toEqual(['LIC-1 src/a.ts:- healed auto_fix kept']);
    expect(healed.disk['src/a.ts']).toBe('// SPDX-License-Identifier: MIT\nrun();\n');
  });

  it('goes together with what is mended further down in the same file', async () => {
    const files = {
      'src/api/a.ts': "import { requireAuth, alpha, bravo } from './auth.js';\nserve(bravo);\nalpha(1);\n",
    };
    const healed = await healProject({ rules: `${rule('every', insert)}${CALL_RULE}`, files });
    expect(healed.outcomes.map(({ status }) => status)).toEqual(['healed', 'healed']);
    expect(healed.disk['src/api/a.ts']).toContain('bravo(1);');
    expect(healed.writes).toEqual(['src/api/a.ts']);
  });
});

describe('compliant examples', () => {
  const rule = (violation: string, compliant: string): string => `
- id: EX-1
  title: No eval
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: /\\beval\\(/
        message: No eval
    example_violation: ${JSON.stringify(violation)}
    example_compliant: ${JSON.stringify(compliant)}
`;
  const heal = (rules: string, text: string) => healProject({ rules, files: { 'src/a.ts': text } });

  it('are suggested for the very line they show: `eval` and `JSON.parse` agree on an example only', async () => {
    const healed = await heal(
      rule('const data = eval(text);', 'const data = JSON.parse(text);'),
      '  const data = eval(text);\n',
    );
    expect(summaryOf(healed)).toEqual(['EX-1 src/a.ts:1 suggested example']);
    expect(healed.result.outcomes[0]?.diff).toContain('+  const data = JSON.parse(text);');
    expect(healed.disk['src/a.ts']).toBe('  const data = eval(text);\n');
  });

  it.each([
    ['another line', rule('const data = eval(text);', 'const data = JSON.parse(text);'), 'const more = eval(text);\n'],
    [
      'no line that answers it',
      rule('const data = eval(text);', 'const p = JSON;\nconst data = p.parse(text);'),
      'const data = eval(text);\n',
    ],
    [
      'several lines that differ',
      rule('a(1);\nconst data = eval(text);', 'a(2);\nconst data = JSON.parse(text);'),
      'const data = eval(text);\n',
    ],
    [
      'a name the file does not know',
      rule('const data = eval(text);', 'const data = safeParse(text);'),
      'const data = eval(text);\n',
    ],
    [
      'a line inside a comment',
      rule('const data = eval(text);', 'const data = JSON.parse(text);'),
      '/*\nconst data = eval(text);\n*/\n',
    ],
  ])('are not applied to %s', async (_, rules, text) => {
    const healed = await heal(rules, text);
    expect(healed.outcomes.map(({ status }) => status)).toEqual(['escalated']);
    expect(healed.disk['src/a.ts']).toBe(text);
  });
});

describe('several examples', () => {
  it('are not pairs: none is applied', async () => {
    const rules = `
- id: EX-1
  title: No debugger
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: /\\bdebugger\\b/
        message: No debugger
    example_violation: ["debugger;", "if (x) debugger;"]
    example_compliant: ["console.info(1);"]
`;
    const healed = await healProject({ rules, files: { 'src/a.ts': 'debugger;\n' } });
    expect(summaryOf(healed)).toEqual(['EX-1 src/a.ts:1 escalated']);
    expect(healed.writes).toEqual([]);
  });
});

describe('what is left to people', () => {
  it('an unsafe fix is suggested', async () => {
    const rules = CALL_RULE.replace('replace: bravo', 'replace: bravo, safety: unsafe');
    const healed = await healProject({ rules, files: { 'src/a.ts': CALL } });
    expect(healed.outcomes).toMatchObject([
      { status: 'suggested', source: 'auto_fix', diff: expect.stringContaining('+bravo(1);') },
    ]);
    expect(healed.writes).toEqual([]);
  });

  it('a suggestion does not stand in the way of a fix that may be applied', async () => {
    const patterns = [{ ...PATTERN, hundredths: 20, replacementTemplate: 'bravo(0, ' }];
    const healed = await healProject({ rules: CALL_RULE, files: { 'src/a.ts': CALL }, patterns });
    expect(summaryOf(healed)).toEqual(['CALL-1 src/a.ts:3 healed auto_fix kept']);
    expect(healed.patterns).toEqual(patterns);
  });
});

describe('one fix that mends two', () => {
  it('heals the other along with its own, wherever it stood', async () => {
    const text = "import { alpha, bravo } from './f.js';\nbravo(0);\nbravo(alpha(1) + alpha(2));\n";
    const both = makePattern({
      id: 'both',
      ruleId: 'CALL-1',
      match: String.raw`alpha\(1\) \+ alpha\(2\)`,
      replacementTemplate: 'bravo(1, 2)',
      hundredths: 95,
    });
    const healed = await healProject({ rules: CALL_RULE, files: { 'src/a.ts': text }, patterns: [both] });
    expect(healed.disk['src/a.ts']).toContain('bravo(bravo(1, 2));');
    expect(summaryOf(healed)).toEqual([
      'CALL-1 src/a.ts:3 healed pattern:both',
      'CALL-1 src/a.ts:3 healed pattern:both kept',
    ]);
    expect(healed.patterns).toMatchObject([{ successCount: 1 }]);
  });
});

describe('what heal never touches', () => {
  const ports: HealPorts = {
    read: () => ({ kind: 'text', text: 'alpha(1);\n', bom: false }),
    write: () => {
      throw new Error('written');
    },
  };
  const rule = makeRule({ id: 'J-1', origin: 'journey' }, forbidden(/alpha/), required(/never/));
  const found = recheck(rule, { path: 'src/a.ts', text: 'alpha(1);\n' }, { requiredAny: 'here' }) ?? [];
  const request = {
    runId: 'r',
    rules: [rule],
    files: ['src/a.ts'],
    contractFiles: [],
    patterns: [],
    config: DEFAULT_CONFIG.healLoop,
    dryRun: false,
    today: '2026-01-15',
    ports,
  };

  it('journeys are escalated, with a file or without', async () => {
    const violations = found.map((each) => (each.place === null ? { ...each, file: null } : each));
    const { result } = await healViolations({ ...request, violations });
    expect(result.outcomes).toMatchObject([
      { status: 'escalated', reason: expect.stringContaining('journey') },
      { status: 'escalated', reason: expect.stringContaining('journey') },
    ]);
  });

  it('exempt violations are not in the result', async () => {
    const exemption = { kind: 'waiver', reason: 'agreed', expires: null } as const;
    const { result } = await healViolations({ ...request, violations: found.map((each) => ({ ...each, exemption })) });
    expect(result.outcomes).toEqual([]);
  });

  it('an unreadable file is escalated and costs nothing', async () => {
    const plain = makeRule({ id: 'R-1' }, forbidden(/alpha/));
    const violations = recheck(plain, { path: 'src/a.ts', text: 'alpha(1);\n' }) ?? [];
    const read = () => ({ kind: 'skipped', reason: 'unreadable', detail: 'permission was denied' }) as const;
    const answer = await healViolations({ ...request, rules: [plain], violations, ports: { ...ports, read } });
    expect(answer.result.outcomes).toMatchObject([
      { status: 'escalated', reason: expect.stringContaining('permission') },
    ]);
    expect(answer.evidence).toEqual([]);
  });
});

describe('gold reviews', () => {
  const rules = `${CALL_RULE}${CALL_RULE.replaceAll('CALL-1', 'CALL-2').replaceAll('alpha', 'gamma').replaceAll('bravo', 'delta')}`;
  const text = [
    "import { alpha, bravo, gamma, delta } from './f.js';",
    'bravo(delta);',
    'alpha(1);',
    'gamma(2);',
    'alpha(3);',
    '',
  ].join('\r\n');
  const other = {
    ...PATTERN,
    id: 'q',
    ruleId: 'CALL-2',
    match: String.raw`\bgamma\(`,
    regex: /\bgamma\(/g,
    replacementTemplate: 'delta(',
  };

  it('can be undone one by one, to the byte', async () => {
    const healed = await healProject({ rules, files: { 'src/a.ts': text }, patterns: [PATTERN, other] });
    const now = healed.disk['src/a.ts'] ?? '';
    expect(now).toBe(text.replaceAll('alpha(', 'bravo(').replace('gamma(', 'delta('));
    expect(healed.reviews.map(({ patternId, line }) => [patternId, line])).toEqual([
      ['p', 3],
      ['q', 4],
    ]);
    const undone = healed.reviews.map((review) => undoReview(review, now, false));
    expect(undone).toEqual([
      { kind: 'undone', text: text.replace('gamma(', 'delta(') },
      { kind: 'undone', text: text.replaceAll('alpha(', 'bravo(') },
    ]);
  });

  it('do not keep the secret that was taken out', async () => {
    const secrets = `
- id: SEC-001
  title: No hardcoded secrets
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - { pattern: '/api_key\\s*=\\s*"[^"]+"/', message: Secret }
`;
    const gold = makePattern({
      id: 's',
      ruleId: 'SEC-001',
      match: String.raw`api_key\s*=\s*"[^"]+"`,
      replacementTemplate: 'process.env.${UPPER_SNAKE_CASE_NAME}',
      hundredths: 75,
    });
    const files = { 'src/a.ts': 'const api_key = "canary-value-1";\n' };
    const healed = await healProject({ rules: secrets, files, patterns: [gold] });
    expect(healed.disk['src/a.ts']).toBe('const api_key = process.env.API_KEY;\n');
    expect(JSON.stringify(healed.reviews)).not.toContain('canary-value');
    expect(healed.reviews[0]?.diff).toContain('cana…');
    const other = { 'src/a.ts': 'const api_key = "another-one-22";\n' };
    const again = await healProject({ rules: secrets, files: other, patterns: [gold] });
    expect(again.reviews[0]?.places).toEqual(healed.reviews[0]?.places);
    expect(healed.result.findings.map(({ code }) => code)).toEqual(['secret/rotate', 'review/gold']);
  });
});

describe('a place where a person rejected a fix', () => {
  const rules = `
- id: HTML-1
  title: No markup
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - { pattern: '/\\.innerHTML\\s*=/', message: Markup }
`;
  const gold = makePattern({ id: 'h', ruleId: 'HTML-1', match: String.raw`\.innerHTML\s*=`, hundredths: 75 });
  const BOTH = 'a.innerHTML = x;\nb.innerHTML = y;\n';
  const heal = (text: string, rejected: ReadonlySet<string>) =>
    healProject({ rules, files: { 'src/a.ts': text }, patterns: [gold], rejected });

  it.each<[string, string, readonly string[]]>([
    ['stays as it is', BOTH, ['a healed', 'b suggested']],
    ['stays as it is where it moved', `// on top\n\n${BOTH}`, ['a healed', 'b suggested']],
    ['stays as it is where the one before it is gone', '\nb.innerHTML = y;\n', ['b suggested']],
    ['stays as it is where its line was edited', 'a.innerHTML = x;\nb.innerHTML = z;\n', ['a healed', 'b suggested']],
    ['is no place of another name', 'c.innerHTML = z;\n', ['c healed']],
  ])('%s', async (_, text, outcomes) => {
    const seen = (await heal(BOTH, new Set())).outcomes.map(({ violation }) => violation);
    const second = seen.find(({ place }) => place?.line === 2);
    const rejected = new Set(second ? placeKeys(second, placeNames(seen)) : []);
    const healed = await heal(text, rejected);
    expect(healed.outcomes.map(({ violation, status }) => `${violation.place?.lineText[0]} ${status}`)).toEqual(
      outcomes,
    );
  });
});
