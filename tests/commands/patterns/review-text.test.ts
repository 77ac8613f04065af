import { describe, expect, it } from 'vitest';
import { reviewText } from '../../../src/commands/patterns/review-text.js';
import { evidenceLine } from '../../../src/pattern-store/evidence/evidence-line.js';
import type { Review } from '../../../src/pattern-store/reviews/review-queue.js';
import { paletteOf } from '../../../src/reporters/text/palette.js';
import { rulesOf } from '../../heal/rules-of.js';
import { makePattern } from '../../pattern-store/make-pattern.js';

const [rule] = rulesOf(`
- id: SEC-1
  title: Secrets come from the environment
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: /api_key = "/
        message: Hardcoded secret
  example_violation: |
    const api_key = "abc"
    use(api_key)
  example_compliant: const api_key = process.env.API_KEY
`);

const review: Review = {
  id: 'abc123',
  patternId: 'p1',
  ruleId: 'SEC-1',
  file: 'src/a.ts',
  line: 3,
  diff: '--- a/src/a.ts\n+++ b/src/a.ts\n@@ -3 +3 @@\n-api_key = "x"\n+api_key = env\n',
  beforeSha256: '',
  afterSha256: '',
  applied: '2026-01-02',
  run: 'r1',
  places: [],
};

const pattern = makePattern({ id: 'p1', ruleId: 'SEC-1', hundredths: 80, successCount: 13, failureCount: 1 });
const success = { kind: 'success', patternId: 'p1', ruleId: 'SEC-1', day: '2026-01-02', gate: null } as const;
const matter: Parameters<typeof reviewText>[0] = {
  review,
  rule,
  pattern,
  lines: ['src/a.ts', 'src/b.ts'].map((file) => evidenceLine({ ...success, run: 'r1', file })),
  today: '2026-01-02',
  minConfidence: 70,
};
const shown = (changes: Partial<typeof matter> = {}): string =>
  reviewText({ ...matter, ...changes }, paletteOf(false), 80);

describe('what a queued fix is decided by', () => {
  it('is its rule with examples, the record of its pattern, and its diff', () => {
    const text = shown();
    expect(text).toContain(
      'abc123  SEC-1  src/a.ts:3\nSecrets come from the environment\n' +
        '  violates  const api_key = "abc"\n            use(api_key)\n' +
        '  complies  const api_key = process.env.API_KEY\n' +
        'p1, applied 2026-01-02; 13 held, 1 failed; 2 files; confidence 0.80, ',
    );
    expect(text.indexOf('gold: applied and queued for review')).toBeGreaterThan(text.indexOf('confidence'));
    expect(text).toContain('-api_key = "x"\n+api_key = env\n');
  });

  it('says so where rule or pattern are gone', () => {
    expect(shown({ rule: undefined })).toContain('No contract has this rule any more.\n');
    expect(shown({ pattern: undefined })).toContain('p1, applied 2026-01-02; the store holds it no longer\n');
  });

  it('leaves the diff in sight where examples are many and long, and lets no control character through', () => {
    if (!rule) throw new Error('one rule');
    const example = { text: `a\u001b[31m\n${'b\n'.repeat(100)}`, declaredAt: rule.declaredAt };
    const many = { ...rule, exampleViolations: Array.from({ length: 9 }, () => example), exampleCompliant: [] };
    const text = shown({ rule: many });
    expect(text).not.toContain('\u001b');
    expect(text.match(/… 93 lines more/g)).toHaveLength(2);
    expect(text.split('\n').length).toBeLessThan(40);
  });
});
