import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseStore } from '../../src/pattern-store/format/parse-store.js';
import { makePattern } from '../pattern-store/make-pattern.js';
import { healProject, summaryOf } from './heal-project.js';

const SEC_001 = `
- id: SEC-001
  title: No hardcoded secrets
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: /(password|api_?key|secret)\\s*[:=]\\s*['"][^'"]+['"]/i
        message: Hardcoded secret detected
        auto_fix:
          strategy: replace
          hint: Replace hardcoded value with process.env.VARIABLE_NAME
          wrap_pattern: "process.env.\${UPPER_SNAKE_CASE_NAME}"
`;

const SEC_003 = `
- id: SEC-003
  title: No innerHTML with unsanitized content
  scope: ["src/**/*.tsx"]
  behavior:
    forbidden_patterns:
      - pattern: /\\.innerHTML\\s*=/
        message: Direct innerHTML assignment (XSS risk)
        auto_fix:
          strategy: replace
          hint: Use textContent for plain text or a sanitization library for HTML
`;

const PROFILE = 'src/components/UserProfile.tsx';
const profile = `${'//\n'.repeat(27)}element.innerHTML = userData.bio\n`;

describe('the worked example', () => {
  const seed = parseStore('seed', readFileSync(new URL('../pattern-store/seed-store.json', import.meta.url), 'utf8'));
  const patterns = (seed.store?.patterns ?? []).map((pattern) => ({ ...pattern, lastUsed: '2026-01-10' }));

  it('mends line 28 in one iteration and leaves the pattern at 1.00', async () => {
    const healed = await healProject({ rules: SEC_003, files: { [PROFILE]: profile }, patterns });
    expect(healed.disk[PROFILE]).toBe(`${'//\n'.repeat(27)}element.textContent = userData.bio\n`);
    expect(healed.outcomes).toMatchObject([
      {
        status: 'healed',
        iterations: 1,
        source: 'pattern:fix-sec-003-innerhtml',
        tier: 'platinum',
        confidence: { before: 0.95, after: 1 },
        reason: null,
        attempts: [{ n: 1, outcome: 'kept', gate: null, detail: null }],
      },
    ]);
    expect(healed.patterns[0]).toMatchObject({
      hundredths: 100,
      successCount: 13,
      appliedCount: 13,
      lastUsed: '2026-01-15',
    });
    expect(healed.patterns[1]).toEqual(patterns[1]);
    expect(healed.evidence).toEqual([
      {
        patternId: 'fix-sec-003-innerhtml',
        source: 'pattern:fix-sec-003-innerhtml',
        ruleId: 'SEC-003',
        file: PROFILE,
        outcome: 'success',
        gate: null,
        at: ['28:8'],
      },
    ]);
    expect(healed.reviews).toEqual([]);
  });

  it('escalates with the hint shown where there is nothing but a hint', async () => {
    const healed = await healProject({ rules: SEC_003, files: { [PROFILE]: profile } });
    expect(summaryOf(healed)).toEqual([`SEC-003 ${PROFILE}:28 escalated`]);
    expect(healed.outcomes[0]?.reason).toContain('Use textContent for plain text');
    expect(healed.writes).toEqual([]);
  });

  it.each([
    ['const api_key = "abc12345";', 'const api_key = process.env.API_KEY;'],
    ['const config = { apiKey: "abc12345" };', 'const config = { apiKey: process.env.API_KEY };'],
    ['class A { apiKey = "abc12345"; }', 'class A { apiKey = process.env.API_KEY; }'],
    ['this.apiKey = "abc12345";', 'this.apiKey = process.env.API_KEY;'],
  ])('%s', async (before, after) => {
    const healed = await healProject({ rules: SEC_001, files: { 'src/a.ts': `${before}\n` } });
    expect(healed.disk['src/a.ts']).toBe(`${after}\n`);
    expect(healed.result.findings.map(({ code }) => code)).toEqual(['secret/rotate']);
  });

  it('asks to rotate a secret once that several checks know', async () => {
    const rules = `
- id: SEC-001
  title: No secrets
  scope: ["src/**"]
  behavior:
    auto_fix: { strategy: replace, wrap_pattern: 'process.env.\${UPPER_SNAKE_CASE_NAME}' }
    forbidden_patterns:
      - { pattern: '/\\w*[kK]ey = "[^"]+"/', message: Hardcoded secret }
      - { pattern: '/sk_live_\\w+/', message: Stripe key }
`;
    const healed = await healProject({
      rules,
      files: { 'src/a.ts': 'const aKey = "sk_live_abc12345";\nconst bKey = "sk_live_def67890";\n' },
    });
    expect(healed.outcomes.map(({ status }) => status)).toEqual(Array(4).fill('healed'));
    expect(healed.result.findings.map(({ code, line }) => `${code} ${line}`)).toEqual([
      'secret/rotate 1',
      'secret/rotate 2',
    ]);
  });

  it.each([
    'type T = { api_key: "abc12345" };',
    '// const api_key = "abc12345"',
    'const text = \'api_key = "abc12345"\';',
    'function f(apiKey = "abc12345") { return apiKey; }',
  ])('escalates, byte for byte unchanged: %s', async (text) => {
    const healed = await healProject({ rules: SEC_001, files: { 'src/a.ts': text } });
    expect(healed.outcomes.map(({ status }) => status)).toEqual(['escalated']);
    expect(healed.outcomes[0]?.attempts[0]?.outcome).toBe('precondition');
    expect(healed.writes).toEqual([]);
    expect(healed.result.findings).toEqual([]);
  });
});

describe('several fixes in one file', () => {
  const text = [
    'const api_key = "abc12345";',
    'const a = { password: "hunter22", secret: "s3cr3tvalue" };',
    'export const db = connect({ apiKey: "abc12345" });',
    '',
  ].join('\n');

  it('are found again after each other and land as one write', async () => {
    const healed = await healProject({ rules: SEC_001, files: { 'src/a.ts': text } });
    expect(healed.disk['src/a.ts']).toBe(
      [
        'const api_key = process.env.API_KEY;',
        'const a = { password: process.env.PASSWORD, secret: process.env.SECRET };',
        'export const db = connect({ apiKey: process.env.API_KEY });',
        '',
      ].join('\n'),
    );
    expect(healed.writes).toEqual(['src/a.ts']);
    expect(healed.outcomes.map(({ status, violation }) => [status, violation.place?.line])).toEqual([
      ['healed', 1],
      ['healed', 2],
      ['healed', 2],
      ['healed', 3],
    ]);
  });

  it('keep line ends, byte order mark and a missing last newline', async () => {
    const crlf = text.trimEnd().replaceAll('\n', '\r\n');
    const healed = await healProject({ rules: SEC_001, files: { 'src/a.ts': crlf }, bom: ['src/a.ts'] });
    const plain = await healProject({ rules: SEC_001, files: { 'src/a.ts': text } });
    expect(healed.disk['src/a.ts']).toBe(plain.disk['src/a.ts']?.trimEnd().replaceAll('\n', '\r\n'));
  });

  it('are found again below the import that one of them brought in', async () => {
    const rules = `
- id: LOG-1
  title: No console
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: /console\\.error/
        message: Use the logger
        auto_fix: { strategy: replace, find: console.error, replace: logger.error, import_line: "import { logger } from './log.js';" }
`;
    const lines = ["import a from 'a';", '', 'console.error(a);', 'console.error(1);', 'console.error(2);', ''].join(
      '\n',
    );
    const healed = await healProject({ rules, files: { 'src/a.ts': lines } });
    expect(healed.outcomes.map(({ status, iterations }) => [status, iterations])).toEqual(Array(3).fill(['healed', 1]));
    expect(healed.disk['src/a.ts']).toBe(
      lines.replaceAll('console', 'logger').replace("'a';\n", "'a';\nimport { logger } from './log.js';\n"),
    );
  });

  it('leave nothing for a second heal', async () => {
    const first = await healProject({ rules: SEC_001, files: { 'src/a.ts': text } });
    const second = await healProject({ rules: SEC_001, files: { ...first.disk } });
    expect(second.writes).toEqual([]);
    expect(second.outcomes).toEqual([]);
  });

  it('are all told apart from what cannot be mended beside them', async () => {
    const mixed = `// api_key = "in a comment"\n${text}type T = { secret: "of a type" };\n`;
    const healed = await healProject({ rules: SEC_001, files: { 'src/a.ts': mixed } });
    expect(healed.outcomes.map(({ status }) => status)).toEqual([
      'escalated',
      'healed',
      'healed',
      'healed',
      'healed',
      'escalated',
    ]);
    expect(healed.disk['src/a.ts']).toContain('// api_key = "in a comment"');
  });
});

describe('a dry run', () => {
  it('writes nothing and shows the diff that heal then applies', async () => {
    const files = { 'src/a.ts': 'const api_key = "abc12345";', 'src/b.ts': 'const secret = "abc12345";\r\n' };
    const dry = await healProject({ rules: SEC_001, files, dryRun: true });
    const real = await healProject({ rules: SEC_001, files });
    expect(dry.writes).toEqual([]);
    expect(dry.disk).toEqual(files);
    expect(dry.result.changes).toEqual(real.result.changes);
    expect(JSON.stringify(dry.outcomes)).toBe(JSON.stringify(real.outcomes));
    expect(dry.result.changes.map(({ diff }) => diff).join('')).toBe(
      [
        '--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1,1 +1,1 @@\n-const api_key = "abc12345";\n\\ No newline at end of file\n',
        '+const api_key = process.env.API_KEY;\n\\ No newline at end of file\n',
        '--- a/src/b.ts\n+++ b/src/b.ts\n@@ -1,1 +1,1 @@\n-const secret = "abc12345";\r\n',
        '+const secret = process.env.SECRET;\r\n',
      ].join(''),
    );
  });
});

describe('interactions', () => {
  const rules = `${SEC_001}
- id: LOG-1
  title: No debug names
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: /debug/
        message: Debug name
`;

  const both = `${rules}      - pattern: /trace/
        message: Trace name
        auto_fix: { strategy: replace, find: trace, replace: note }
`;

  it.each([
    ['const api_key = "abc"; trace();', 'SEC-001 and LOG-1 share a line, and both can be mended'],
    ['trace(); const api_key = "abc";', 'whatever their order'],
  ])('escalates %j together: %s', async (line) => {
    const text = `const note = () => 1;\nconst trace = note;\n${line}\n`;
    const healed = await healProject({ rules: both, files: { 'src/a.ts': text } });
    const together = healed.outcomes.filter(({ violation }) => violation.place?.line === 3);
    expect(together.map(({ violation }) => violation.rule.id).sort()).toEqual(['LOG-1', 'SEC-001']);
    for (const { violation, status, reason } of together) {
      expect(status).toBe('escalated');
      expect(reason).toContain(violation.rule.id === 'LOG-1' ? 'SEC-001' : 'LOG-1');
      expect(reason).toContain('proposed order');
    }
    expect(healed.disk['src/a.ts']?.split('\n')[2]).toBe(line);
  });

  it('mends what shares a line with a violation that nothing can mend, and escalates that one by itself', async () => {
    const healed = await healProject({ rules, files: { 'src/a.ts': 'const api_key = "abc"; debug();\n' } });
    expect(healed.disk['src/a.ts']).toBe('const api_key = process.env.API_KEY; debug();\n');
    expect(healed.outcomes.map(({ violation, status, reason }) => [violation.rule.id, status, reason])).toEqual([
      ['SEC-001', 'healed', null],
      ['LOG-1', 'escalated', expect.stringContaining('No fix is known for LOG-1')],
    ]);
  });

  it('heals what stands on lines of its own', async () => {
    const healed = await healProject({ rules, files: { 'src/a.ts': 'const api_key = "abc";\ndebug();\n' } });
    expect(healed.outcomes.map(({ status }) => status)).toEqual(['healed', 'escalated']);
  });

  it('takes nested matches of one rule for one site, and heals it through the check that has a fix', async () => {
    const nested = `
- id: SEC-001
  title: No hardcoded secrets
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: /sk_live_\\w+/
        message: Live key
      - pattern: /api_key\\s*=\\s*"[^"]+"/
        message: Hardcoded secret
        auto_fix: { strategy: replace, wrap_pattern: "process.env.\${UPPER_SNAKE_CASE_NAME}" }
`;
    const healed = await healProject({ rules: nested, files: { 'src/a.ts': 'const api_key = "sk_live_abc123";\n' } });
    expect(healed.disk['src/a.ts']).toBe('const api_key = process.env.API_KEY;\n');
    expect(healed.outcomes.map(({ status }) => status)).toEqual(['healed', 'healed']);
  });
});

describe('cycles and new violations', () => {
  const rename = (id: string, from: string, to: string): string => `
- id: ${id}
  title: No ${from}
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: /\\b${from}\\(/
        message: No ${from}
        auto_fix: { strategy: replace, find: ${from}, replace: ${to} }
`;
  const names = ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot', 'golf'];

  it.each([2, 3, 7])('a cycle of %d rules ends where it began, escalated with the rule named', async (length) => {
    const ring = names.slice(0, length);
    const rules = ring.map((name, at) => rename(`R-${at}`, name, ring[(at + 1) % length] ?? '')).join('');
    const text = `import { ${ring.join(', ')} } from './f.js';\nalpha(1);\n`;
    const healed = await healProject({ rules, files: { 'src/a.ts': text } });
    expect(healed.disk['src/a.ts']).toBe(text);
    expect(summaryOf(healed)).toEqual(['R-0 src/a.ts:2 escalated new_violation/no-new-violation']);
    expect(healed.outcomes[0]?.reason).toContain('R-1');
  });

  it('drops a fix that breaks another rule further down', async () => {
    const rules = `${rename('R-1', 'alpha', 'bravo')}${rename('R-2', 'bravo', 'charlie')}`;
    const text = "import { alpha, bravo } from './f.js';\nalpha(1);\n\nbravo(2);\n";
    const healed = await healProject({ rules, files: { 'src/a.ts': text } });
    expect(healed.outcomes.map(({ violation, attempts }) => [violation.rule.id, attempts[0]?.outcome])).toEqual([
      ['R-1', 'new_violation'],
      ['R-2', 'precondition'],
    ]);
  });
});

const innerHtml = (changes: Parameters<typeof makePattern>[0]) => makePattern({ lastUsed: '2026-01-10', ...changes });

describe('tiers', () => {
  const files = { [PROFILE]: profile };

  it('gold is applied and queued for review, with a diff that turns back', async () => {
    const healed = await healProject({ rules: SEC_003, files, patterns: [innerHtml({ hundredths: 80 })] });
    expect(summaryOf(healed)).toEqual([`SEC-003 ${PROFILE}:28 healed pattern:fix-sec-003-innerhtml kept`]);
    expect(healed.reviews).toMatchObject([
      {
        patternId: 'fix-sec-003-innerhtml',
        ruleId: 'SEC-003',
        file: PROFILE,
        line: 28,
        applied: '2026-01-15',
        run: 'run-1',
      },
    ]);
    expect(healed.result.findings.map(({ code }) => code)).toEqual(['review/gold']);
  });

  it('silver is applied', async () => {
    const healed = await healProject({ rules: SEC_003, files, patterns: [innerHtml({ hundredths: 40 })] });
    expect(healed.outcomes).toMatchObject([
      { status: 'healed', tier: 'silver', confidence: { before: 0.4, after: 0.45 } },
    ]);
    expect(healed.reviews).toEqual([]);
  });

  it.each([
    ['bronze', innerHtml({ hundredths: 39 }), {}, 'because the pattern is bronze.'],
    [
      'below the minimum',
      innerHtml({ hundredths: 60 }),
      { minConfidence: 70 },
      'the pattern is at 0.60 below the minimum confidence 0.70.',
    ],
    [
      'learnt without a record',
      innerHtml({ provenance: 'learnt' }),
      {},
      'neither accepted by a person nor proven yet (to accept it: specflow patterns accept fix-sec-003-innerhtml).',
    ],
    ['switched off', innerHtml({ hundredths: 95 }), { autoFixEnabled: false }, 'auto_fix_enabled'],
  ])('%s is suggested with its diff, never applied, never scored', async (_, pattern, config, why) => {
    const healed = await healProject({ rules: SEC_003, files, patterns: [pattern], config });
    expect(healed.outcomes).toMatchObject([{ status: 'suggested', source: 'pattern:fix-sec-003-innerhtml' }]);
    expect(healed.outcomes[0]?.reason).toContain(why);
    expect(healed.outcomes[0]?.diff).toContain('+element.textContent = userData.bio');
    expect(healed.writes).toEqual([]);
    expect(healed.patterns).toEqual([pattern]);
  });

  it('retired is never proposed', async () => {
    const healed = await healProject({
      rules: SEC_003,
      files,
      patterns: [innerHtml({ retired: true, hundredths: 95 })],
    });
    expect(summaryOf(healed)).toEqual([`SEC-003 ${PROFILE}:28 escalated`]);
  });

  it('a pattern that decayed to bronze since its last use is suggested', async () => {
    const healed = await healProject({
      rules: SEC_003,
      files,
      patterns: [innerHtml({ hundredths: 40, lastUsed: '2025-01-01' })],
    });
    expect(healed.outcomes).toMatchObject([{ status: 'suggested', tier: 'bronze' }]);
  });
});

describe('attempts', () => {
  const files = { [PROFILE]: profile };
  const bad = (id: string, hundredths: number, replacementTemplate: string) =>
    innerHtml({ id, hundredths, replacementTemplate });

  it('stop after three, each with its reason, and every pattern pays', async () => {
    const patterns = [
      bad('a', 98, '["innerHTML"] ='),
      bad('b', 97, '.innerHTML  ='),
      bad('c', 96, '/* eslint-disable */.textContent ='),
      bad('d', 95, '.textContent ='),
    ];
    const healed = await healProject({ rules: SEC_003, files, patterns });
    expect(summaryOf(healed)).toEqual([
      `SEC-003 ${PROFILE}:28 escalated gamed/not-gamed still_violates/still-fixed gamed/not-gamed`,
    ]);
    expect(healed.outcomes[0]?.iterations).toBe(3);
    expect(healed.patterns.map(({ hundredths }) => hundredths)).toEqual([88, 87, 86, 95]);
    expect(healed.disk).toEqual(files);
  });

  it('go on to the next proposal after a dropped one', async () => {
    const patterns = [bad('a', 98, '["innerHTML"] ='), bad('b', 97, '.textContent =')];
    const healed = await healProject({ rules: SEC_003, files, patterns });
    expect(summaryOf(healed)).toEqual([`SEC-003 ${PROFILE}:28 healed pattern:b gamed/not-gamed kept`]);
    expect(healed.outcomes[0]?.iterations).toBe(2);
    expect(healed.patterns.map(({ hundredths }) => hundredths)).toEqual([88, 100]);
  });

  it('do not spend an iteration on a text that was tried already', async () => {
    const patterns = [bad('a', 98, '["innerHTML"] ='), bad('b', 97, '["innerHTML"] ='), bad('c', 96, '.textContent =')];
    const healed = await healProject({ rules: SEC_003, files, patterns, config: { maxIterations: 2 } });
    expect(summaryOf(healed)).toEqual([`SEC-003 ${PROFILE}:28 healed pattern:c gamed/not-gamed kept`]);
    expect(healed.patterns.map(({ hundredths }) => hundredths)).toEqual([88, 97, 100]);
  });

  it('silver gets one, then escalates', async () => {
    const patterns = [bad('a', 60, '["innerHTML"] ='), bad('b', 50, '.textContent =')];
    const healed = await healProject({ rules: SEC_003, files, patterns });
    expect(summaryOf(healed)).toEqual([`SEC-003 ${PROFILE}:28 escalated gamed/not-gamed`]);
    expect(healed.patterns.map(({ hundredths }) => hundredths)).toEqual([50, 50]);
  });

  it('are limited by max_iterations', async () => {
    const patterns = [bad('a', 98, '["innerHTML"] ='), bad('b', 97, '.textContent =')];
    const healed = await healProject({ rules: SEC_003, files, patterns, config: { maxIterations: 1 } });
    expect(healed.outcomes).toMatchObject([{ status: 'escalated', iterations: 1 }]);
  });

  it('cost nothing when a precondition refuses', async () => {
    const markup = { [PROFILE]: 'element.innerHTML = `<b>${name}</b>`\n' };
    const pattern = innerHtml({ hundredths: 95 });
    const healed = await healProject({ rules: SEC_003, files: markup, patterns: [pattern] });
    expect(healed.outcomes).toMatchObject([
      { status: 'escalated', iterations: 0, attempts: [{ outcome: 'precondition' }] },
    ]);
    expect(healed.patterns).toEqual([pattern]);
  });
});

describe('scores', () => {
  it('count a file once, however many hits it has, and files one by one', async () => {
    const many = 'a.innerHTML = x.bio;\n'.repeat(20);
    const files = { 'src/a.tsx': many, 'src/b.tsx': many, 'src/c.tsx': many };
    const healed = await healProject({ rules: SEC_003, files, patterns: [innerHtml({ hundredths: 50 })] });
    expect(healed.outcomes).toHaveLength(60);
    expect(healed.patterns).toMatchObject([{ hundredths: 65, appliedCount: 3, successCount: 3 }]);
    expect(healed.outcomes.map(({ confidence }) => confidence?.after)).toEqual([
      ...Array(20).fill(0.55),
      ...Array(20).fill(0.6),
      ...Array(20).fill(0.65),
    ]);
  });

  it('stop a pattern in the middle of a run when it falls below its tier', async () => {
    const files = { 'src/a.tsx': 'a.innerHTML = x.bio;\n', 'src/b.tsx': 'a.innerHTML = x.bio;\n' };
    const pattern = innerHtml({ hundredths: 45, replacementTemplate: '["innerHTML"] =' });
    const healed = await healProject({ rules: SEC_003, files, patterns: [pattern] });
    expect(healed.evidence).toHaveLength(1);
    expect(healed.patterns).toMatchObject([{ hundredths: 35, failureCount: 1 }]);
  });
});
