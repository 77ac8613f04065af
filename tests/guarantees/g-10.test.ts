import { expect } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { contractText, parseCheck } from './harness/contract-text.js';
import { guarantee } from './harness/guarantee.js';

const RULES = 50;
const FILES = 3;
const LIMITS = { rule_ms: 60, run_ms: 300 };
/** Milliseconds that remain for a rule once the run has lost what it may lose. */
const LAST_ALONE_MS = 50;
const LAST_TOGETHER_MS = 200;

const numbers = Array.from({ length: RULES }, (_, n) => n);

guarantee({
  id: 'G-10',
  async holds(subject) {
    const folder = makeFolder({
      'contracts/c.yml': contractText([
        // Exponential or quadratic, and nothing an engine could finish in linear time.
        ...numbers.map((n) => ({
          id: `EVIL-${n}`,
          pattern: n % 2 ? `/(?=\\s+${n}$)x/` : `/(a{1,${n + 2}}|aa+)+\\1$/`,
        })),
        ...numbers.map((n) => ({ id: `GOOD-${n}`, pattern: `/good${n};/` })),
      ]),
      '.specflow/config.json': JSON.stringify({ time_limits: LIMITS }),
      ...Object.fromEntries(
        Array.from({ length: FILES }, (_, n) => [
          `src/f${n}.ts`,
          `${' '.repeat(60_000)}\n${'a'.repeat(60)}!\n${numbers.map((each) => `good${each};`).join('\n')}\n`,
        ]),
      ),
    });
    const { code, stdout, signal } = await subject.run(['check', '--format', 'json'], {
      cwd: folder,
      timeoutMs: 45_000,
    });
    expect({ code, signal }).toEqual({ code: 3, signal: null });
    const { problems, violations } = parseCheck(stdout);
    expect(violations.filter(({ ruleId }) => ruleId.startsWith('GOOD'))).toHaveLength(RULES * FILES);
    const accused = new Set(problems.map(({ message }) => message.split(' ')[0]));
    expect([...accused].filter((id) => id?.startsWith('GOOD'))).toEqual([]);
    // What the problems say was lost is what the run may lose, and one last chance for each rule.
    const lost = problems.flatMap(({ message }) => Number(/within (\d+) ms/.exec(message)?.[1] ?? 0));
    const bound = LIMITS.run_ms + LIMITS.rule_ms + RULES * LAST_ALONE_MS + FILES * LAST_TOGETHER_MS;
    expect(lost.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(bound);
    // Rules that are given up name how many files they were not asked of.
    for (const each of problems.filter(({ code: name }) => name === 'check/given-up')) {
      expect(each.message).toMatch(/\d+ files were not judged by it|had run out of time before\.$/);
    }
  },
  bug: {
    file: 'src/engine/inspection/time-budget.ts',
    find: 'return this.#lostMs >= this.#limits.runMs;',
    replace: 'return false;',
  },
});
