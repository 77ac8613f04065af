import { describe, expect, it } from 'vitest';
import { learnFromHeal } from '../../src/learning/learn-from-heal.js';
import { withoutLimit } from '../../src/model/bounded.js';
import type { FixPattern } from '../../src/model/fix-pattern.js';
import { healProject } from '../heal/heal-project.js';

const rules = (autoFix: string | null): string => `
- id: OLD-1
  title: t
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: /legacy\\(/
        message: m
${autoFix === null ? '' : `        auto_fix: ${autoFix}`}
`;

const NAMES = 'declare const modern: (n: number) => number;\n';
const heal = (autoFix: string | null, code: string, patterns: readonly FixPattern[] = []) =>
  healProject({ rules: rules(autoFix), files: { 'src/a.ts': NAMES + code }, patterns });

/** What three healed files leave behind, trusted by a person. */
async function lifted(autoFix: string, code: string): Promise<FixPattern> {
  const healed = await heal(autoFix, code);
  const { learnt } = await learnFromHeal(healed, [], () => NAMES + code, '2026-01-01', withoutLimit);
  const [pattern] = learnt;
  if (!pattern) throw new Error('nothing was learnt');
  return { ...pattern, hundredths: 97, successCount: 30, appliedCount: 30, accepted: true };
}

const FIX = "{ strategy: replace, find: 'legacy(', replace: 'modern(' }";
const BARE = 'export const a = 1;\nlegacy(a);\n';

describe('a pattern that was lifted from an auto_fix', () => {
  it('is applied as long as its contract says the same', async () => {
    const healed = await heal(FIX, BARE, [await lifted(FIX, BARE)]);
    expect(healed.disk['src/a.ts']).toContain('modern(a);');
    expect(healed.outcomes).toMatchObject([{ status: 'healed', source: 'pattern:learnt-old-1-1' }]);
  });

  it.each<[string, string | null, string, string]>([
    ['says something else', FIX.replace("'modern('", "'modern( '"), 'modern( a);', 'healed'],
    ['says that it is unsafe', FIX.replace(' }', ', safety: unsafe }'), 'legacy(a);', 'suggested'],
    ['says nothing', null, 'legacy(a);', 'escalated'],
    ['says only why', '{ strategy: replace, hint: h }', 'legacy(a);', 'escalated'],
  ])('is not where the contract now %s', async (_, autoFix, text, status) => {
    const pattern = await lifted(FIX, BARE);
    for (const stored of [pattern, { ...pattern, description: 'in other words' }]) {
      const healed = await heal(autoFix, BARE, [stored]);
      expect(healed.disk['src/a.ts']).toContain(text);
      expect(healed.outcomes).toMatchObject([{ status }]);
      expect(healed.outcomes[0]?.attempts[0]).toMatchObject({
        source: 'pattern:learnt-old-1-1',
        outcome: 'precondition',
        gate: 'auto-fix-unchanged',
      });
      expect(healed.evidence.filter(({ patternId }) => patternId !== null)).toEqual([]);
    }
  });

  it('carries the conditions of the auto_fix', async () => {
    const fix = FIX.replace(' }', ', when: [result-unused] }');
    const pattern = await lifted(fix, BARE);
    expect(pattern.when).toEqual(['result-unused']);
    const used = await heal(null, 'declare const q: number;\nexport const b = legacy(q) + 1;\n', [
      { ...pattern, provenance: 'written' },
    ]);
    expect(used.disk['src/a.ts']).toContain('legacy(q) + 1');
    expect(used.outcomes[0]?.attempts).toMatchObject([{ gate: 'result-unused' }]);
    const dropped = await heal(FIX, BARE, [pattern]);
    expect(dropped.outcomes).toMatchObject([{ status: 'healed', source: 'auto_fix' }]);
  });

  it.each([
    ['of a person', { provenance: 'written' }],
    ['of an agent', { provenance: 'agent' }],
    ['of examples', { id: 'learnt-old-1-12345678' }],
  ] as const)('unlike one %s, which needs no auto_fix', async (_, origin) => {
    const healed = await heal(null, BARE, [{ ...(await lifted(FIX, BARE)), ...origin }]);
    expect(healed.disk['src/a.ts']).toContain('modern(a);');
  });
});

it('writes the project root in the import of a contract as it is reached from the file', async () => {
  const fix =
    '{ strategy: replace, wrap_pattern: "modern(", target: match, import_line: "import { modern } from \'${ROOT}/lib/calls.js\'" }';
  const code = 'export const a = legacy(1);\n';
  const healed = await healProject({ rules: rules(fix), files: { 'src/app/a.ts': code } });
  expect(healed.disk['src/app/a.ts']).toContain("from '../../lib/calls.js'");
  const { learnt } = await learnFromHeal(healed, [], () => code, '2026-01-01', withoutLimit);
  const patterns = learnt.map((each): FixPattern => ({ ...each, provenance: 'written' }));
  const again = await healProject({ rules: rules(null), files: { 'src/app/a.ts': code }, patterns });
  expect(again.disk).toEqual(healed.disk);
});
