import { describe, expect, it } from 'vitest';
import { judgeExamples } from '../../src/engine/examples/judge-examples.js';
import { isCode } from '../../src/syntax/is-code.js';
import { brokenChecks, judgeRule } from './judge-rule.js';
import { loadPacks, rulesOf } from './load-pack.js';

const packs = loadPacks('templates/contracts');
const own = loadPacks('contracts');
const sample = loadPacks('tests/fixtures/sample-project/contracts');

describe.each([...packs, ...own, ...sample])('$file', ({ text, parsed }) => {
  it('loads without a problem or a finding', () => {
    expect(parsed.problems).toEqual([]);
    expect(parsed.findings).toEqual([]);
    expect(parsed.contract?.rules.length).toBeGreaterThan(0);
  });

  it('names its schema on the first line, where editors look for it', () => {
    expect(text.split('\n', 1)[0]).toMatch(/^# yaml-language-server: \$schema=\S+\/contract-schema\.json$/);
  });
});

describe.each([...rulesOf(packs), ...rulesOf(own), ...rulesOf(sample)])('$contractId $id', (rule) => {
  it('agrees with its own examples', () => {
    expect(judgeRule(rule)).toEqual([]);
    expect(judgeExamples(rule, isCode).disagreements).toEqual([]);
  });
});

describe('every starter rule', () => {
  it.each(rulesOf(packs))('$id shows what breaks it, what keeps it, and what to do', (rule) => {
    expect(rule.exampleViolations.length).toBeGreaterThan(0);
    expect(rule.exampleCompliant.length).toBeGreaterThan(0);
    for (const { message } of rule.checks) expect(message).toMatch(/[:;]/);
  });

  it('has an id of its own, so that all packs can be used together', () => {
    const ids = rulesOf(packs).map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('lets heal edit nothing in a test', () => {
    const checks = rulesOf(packs.filter(({ file }) => file.endsWith('test-integrity.yml'))).flatMap(
      (rule) => rule.checks,
    );
    expect(checks.filter(({ autoFix }) => autoFix !== null)).toEqual([]);
  });
});

describe('the judge of these tests', () => {
  it('complains where a rule and its examples disagree', () => {
    const rule = rulesOf(packs).find(({ id }) => id === 'PROD-004');
    if (!rule) throw new Error('PROD-004 is gone');
    expect(judgeRule({ ...rule, exampleViolations: rule.exampleCompliant })).not.toEqual([]);
    expect(judgeRule({ ...rule, exampleCompliant: rule.exampleViolations })).not.toEqual([]);
    expect(brokenChecks(rule, '// debugger')).toEqual(new Set());
  });
});

const PRODUCTION = [
  'index.js',
  'src/app.ts',
  'src/deep/down/cart.tsx',
  'app/page.tsx',
  'app/shop/[slug]/page.tsx',
  'lib/price.mjs',
  'packages/ui/src/button.jsx',
  'apps/web/app/layout.tsx',
  'server/main.cts',
];
const ELSEWHERE = [
  'src/app.test.ts',
  'src/button.stories.tsx',
  'src/__tests__/app.ts',
  'tests/app.ts',
  'packages/ui/test/button.ts',
  'cypress/e2e/pay.cy.ts',
  'src/types.d.ts',
  'dist/app.js',
  'packages/ui/dist/button.js',
  'src/generated/client.ts',
  'public/app.min.js',
  'node_modules/react/index.js',
  'README.md',
];

describe('scopes', () => {
  const rule = (id: string) => {
    const found = rulesOf(packs).find((each) => each.id === id);
    if (!found) throw new Error(`${id} is gone`);
    return found;
  };

  it.each(['SEC-001', 'PROD-004', 'ARCH-002'])(
    '%s finds production code in the usual layouts, and nothing else',
    (id) => {
      expect(rule(id).scope.select([...PRODUCTION, ...ELSEWHERE])).toEqual(PRODUCTION);
    },
  );

  it('accessibility looks at every file that may hold JSX', () => {
    const files = [...PRODUCTION, ...ELSEWHERE];
    expect(rule('A11Y-001').scope.select(files)).toEqual(PRODUCTION.filter((file) => /\.(?:jsx|tsx|js)$/.test(file)));
  });

  it.each([
    [
      'TEST-003',
      [
        'src/app.test.ts',
        'src/__tests__/app.ts',
        'tests/app.ts',
        'packages/ui/test/button.ts',
        'cypress/e2e/pay.cy.ts',
      ],
    ],
    ['TEST-001', ['cypress/e2e/pay.cy.ts', 'e2e/pay.ts', 'tests/e2e/pay.spec.ts', 'src/pay.e2e.ts']],
    ['TEST-002', ['tests/e2e/journey_signup.spec.ts', 'tests/journeys/buy.spec.ts', 'e2e/signup.journey.spec.ts']],
    ['ARCH-001', ['src/components/cart.tsx', 'components/cart.jsx', 'packages/ui/src/widgets/menu.tsx']],
    ['A11Y-010', ['src/app.css', 'app/globals.scss']],
  ])('%s selects %j', (id, expected) => {
    const files = new Set([...expected, ...PRODUCTION, ...ELSEWHERE]);
    expect(
      rule(id)
        .scope.select([...files])
        .toSorted(),
    ).toEqual(expected.toSorted());
  });

  it('leaves the helpers of end-to-end tests alone', () => {
    expect(
      rule('TEST-001').scope.select(['e2e/support/login.ts', 'e2e/pay.helper.ts', 'e2e/fixtures/users.ts']),
    ).toEqual([]);
  });

  it('leaves one-off scripts and seeds to their authors where only production counts', () => {
    const files = ['scripts/import.ts', 'prisma/seed/users.ts', 'db/migrations/001.ts', 'vite.config.ts'];
    expect(rule('PROD-001').scope.select(files)).toEqual([]);
    expect(rule('SEC-001').scope.select(files)).toEqual(files);
  });
});
