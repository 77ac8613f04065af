import { describe, expect, it } from 'vitest';
import { evidenceLine, printEvidenceLine } from '../../../src/pattern-store/evidence/evidence-line.js';
import { printStore } from '../../../src/pattern-store/format/print-store.js';
import { EMPTY_STORE, withPatterns } from '../../../src/pattern-store/store.js';
import { makePattern } from '../../pattern-store/make-pattern.js';
import { makeFolder } from '../../support/make-folder.js';
import { runIn } from '../../support/run-in-process.js';

const HEAD = { day: '2026-01-01', run: 'r', ruleId: 'R-1', file: 'src/a.ts', gate: null } as const;
const LINES = [
  evidenceLine({ ...HEAD, kind: 'applied', patternId: 'p', source: 'auto_fix', at: ['1:1'] }),
  evidenceLine({ ...HEAD, kind: 'applied', patternId: 'p', source: 'auto_fix', at: ['2:1'] }),
  evidenceLine({ ...HEAD, kind: 'applied', patternId: null, source: 'example', at: ['3:1'] }),
];

const project = (): string =>
  makeFolder({
    '.specflow/fix-patterns.json': printStore(
      withPatterns(EMPTY_STORE, [makePattern({ id: 'p', ruleId: 'R-1', provenance: 'learnt' })]),
    ),
    '.specflow/evidence.jsonl': LINES.map(printEvidenceLine).join(''),
  });

describe('patterns stats', () => {
  it('counts each applied fix, those of no pattern apart', async () => {
    const { code, out } = await runIn(project(), ['patterns', 'stats']);
    expect(code).toBe(0);
    expect(out).toContain('3 lines of evidence');
    expect(out).toMatch(/^p +silver, suggested +0\.50 +→ +0\/0 +2 +1 +- +never$/m);
    expect(out).toMatch(/Fixes of no pattern\n\nRULE +BY +FIXES +FILES +LAST\nR-1 +example +1 +1 +2026-01-01\n/);
  });

  it('says the same as JSON, and of the tier what show and list say', async () => {
    const root = project();
    const stats = JSON.parse((await runIn(root, ['patterns', 'stats', '--json'])).out);
    expect(stats.patterns).toMatchObject([
      { id: 'p', tier: 'silver', actsAs: 'bronze', autoApplies: false, fixes: 2, files: 1, agreesWithEvidence: true },
    ]);
    expect(stats.otherFixes).toEqual([{ ruleId: 'R-1', source: 'example', fixes: 1, files: 1, last: '2026-01-01' }]);
    for (const command of [['show', 'p'], ['list']]) {
      expect((await runIn(root, ['patterns', ...command])).out).toContain('silver, suggested');
    }
    expect((await runIn(root, ['patterns', 'show', 'p'])).out).toContain('2 lines of 2 fixes over 1 file');
  });
});
