import { describe, expect, it } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { runIn } from '../support/run-in-process.js';

describe('specflow test', () => {
  it('says of an example that a pattern does not finish on it that it could not be judged', async () => {
    const contract = `contract_meta: { id: c, version: 1 }
rules:
  non_negotiable:
    - id: SLOW-1
      title: Slow
      scope: ["src/**"]
      behavior:
        forbidden_patterns: [{ pattern: '/(a+)+\\1$/', message: m }]
      example_compliant: ${'a'.repeat(60)}!
    - id: GOOD-1
      title: Good
      scope: ["src/**"]
      behavior:
        forbidden_patterns: [{ pattern: /bad/, message: m }]
      example_violation: bad
`;
    const root = makeFolder({
      'contracts/c.yml': contract,
      '.specflow/config.json': '{ "time_limits": { "rule_ms": 50 } }',
    });
    const heard = await runIn(root, ['test']);
    expect(heard.code).toBe(1);
    expect(heard.out).toContain('could not be judged: a pattern did not come to its end in time');
    expect(heard.out).toContain('1 passed, 1 failed');
  });
});
