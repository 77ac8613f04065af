import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TypeChecker } from '../../../src/semantics/types/type-checker.js';
import { CALL_RULE } from '../calls.js';
import { healProject, summaryOf } from '../heal-project.js';
import { healOneByOne } from '../one-by-one.js';
import { rulesOf } from '../rules-of.js';

const LOGGER = `
- id: LOG-1
  title: No console
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: /console\\.(?:error|warn)/
        message: Use the logger
        auto_fix: { strategy: replace, find: console., replace: logger., import_line: "import { logger } from './log.js';" }
`;
const REMOVE = `
- id: TRACE-1
  title: No trace
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: /\\btrace\\.log\\([^)]*\\);?/
        message: No trace
        auto_fix: { strategy: remove }
`;

describe('fixes of one file at once', () => {
  it('need a shared import once, and each shows its own part of the diff', async () => {
    const text = "import a from 'a';\n\nconsole.error(a);\nconsole.warn(1);\n";
    const healed = await healProject({ rules: LOGGER, files: { 'src/a.ts': text } });
    expect(healed.disk['src/a.ts']).toBe(
      "import a from 'a';\nimport { logger } from './log.js';\n\nlogger.error(a);\nlogger.warn(1);\n",
    );
    const diffs = healed.outcomes.map(({ diff }) => diff ?? '');
    expect(diffs.filter((diff) => diff.includes("+import { logger } from './log.js';"))).toHaveLength(1);
    expect(diffs.map((diff) => /\+logger\.\w+/.exec(diff)?.[0])).toEqual(['+logger.error', '+logger.warn']);
    expect(healed.result.linesTouched).toBe(3);
  });

  it('take an import along when only all of them together leave it without use', async () => {
    const text = "import { trace } from './t.js';\n\nrun();\ntrace.log(1);\nrun();\ntrace.log(2);\nrun();\n";
    const healed = await healProject({ rules: REMOVE, files: { 'src/a.ts': text } });
    expect(healed.outcomes.map(({ status }) => status)).toEqual(['healed', 'healed']);
    expect(healed.disk['src/a.ts']).not.toContain('trace');
  });

  it('that only together empty a block: one stays, one is dropped', async () => {
    const text =
      "import { trace } from './t.js';\ntrace.log(0);\nexport function f() {\n  trace.log(1);\n\n  trace.log(2);\n}\n";
    const healed = await healProject({ rules: REMOVE, files: { 'src/a.ts': text } });
    expect(healed.outcomes.map(({ status }) => status).sort()).toEqual(['escalated', 'healed', 'healed']);
    expect(healed.disk['src/a.ts']).toMatch(/function f\(\) \{\n {2}trace\.log/);
  });

  it('a guilty one among many is dropped alone, with its reason', async () => {
    const rules = `${CALL_RULE}
- id: CALL-2
  title: No bravo with seven
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - { pattern: '/bravo\\(7\\)/', message: Not with seven }
`;
    const calls = Array.from({ length: 20 }, (_, at) => `alpha(${at});`);
    const text = `import { alpha, bravo } from './f.js';\nbravo(0);\n${calls.join('\n')}\n`;
    const healed = await healProject({ rules, files: { 'src/a.ts': text } });
    const dropped = healed.outcomes.filter(({ status }) => status !== 'healed');
    expect(dropped).toMatchObject([
      { status: 'escalated', iterations: 1, attempts: [{ outcome: 'new_violation', gate: 'no-new-violation' }] },
    ]);
    expect(dropped[0]?.reason).toContain('CALL-2');
    expect(healed.disk['src/a.ts']).toBe(text.replace(/alpha\((?!7\))(?=\d)/g, 'bravo('));
    expect(healed.writes).toEqual(['src/a.ts']);
  });

  it('those on whose lines types are wrong are dropped without asking about halves', async () => {
    const calls = Array.from({ length: 20 }, (_, at) => `alpha(${at});`);
    const text = `import { alpha, bravo } from './f.js';\nbravo(0, alpha);\n${calls.join('\n')}\n`;
    const asked: string[] = [];
    const typeChecker: TypeChecker = {
      added(path, _before, after) {
        asked.push(after);
        const lines = after.split('\n').flatMap((line, at) => (/bravo\((?:7|13)\)/.test(line) ? [at + 1] : []));
        return lines.map((line) => ({ file: path, line, code: 'TS2345', message: 'Not assignable.' }));
      },
      doubtful: (changes) => new Set(changes.map(({ path }) => path)),
      keep: () => undefined,
      unresolved: () => null,
    };
    const healed = await healProject({ rules: CALL_RULE, files: { 'src/a.ts': text }, typeChecker });
    const dropped = healed.outcomes.filter(({ status }) => status !== 'healed');
    expect(dropped.map(({ attempts }) => attempts.map(({ gate }) => gate))).toEqual([['types'], ['types']]);
    expect(healed.disk['src/a.ts']).toBe(text.replace(/alpha\((?!7\)|13\))(?=\d)/g, 'bravo('));
    // All, those nothing points at, and each of the others by itself.
    expect(asked).toHaveLength(4);
  });

  it('come to what one after the other comes to', async () => {
    const [alpha, logger, remove] = [CALL_RULE, LOGGER, REMOVE].map((text) => rulesOf(text));
    const rules = [...(alpha ?? []), ...(logger ?? []), ...(remove ?? [])];
    const line = fc.constantFrom(
      'alpha(1);',
      'alpha(alpha(2));',
      'console.error(x);',
      'trace.log(3);',
      'if (x) trace.log(4);',
      'function f() { trace.log(5); }',
      'console.warn(\n  alpha(6)); // alpha(7)',
      'const s = "alpha(8)";',
      'run(x);',
      '',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
        const text = `import { alpha, bravo, trace, run, x } from './f.js';\nbravo(run);\n${lines.join('\n')}\n`;
        const healed = await healProject({ rules: `${CALL_RULE}${LOGGER}${REMOVE}`, files: { 'src/a.ts': text } });
        expect(healed.disk['src/a.ts']).toBe((await healOneByOne(text, rules)).text);
      }),
      { numRuns: 40 },
    );
  });
});

describe('verify commands search for the guilty', () => {
  const config = { verify: [['npm', 'test']] };
  const files = Object.fromEntries(
    Array.from({ length: 8 }, (_, at) => [
      `src/${at}.ts`,
      `import { alpha, bravo } from './f.js';\nbravo(0);\nalpha(${at});\n\nalpha(${at}0);\n`,
    ]),
  );

  it('and take back those alone, in few runs', async () => {
    let runs = 0;
    const healed = await healProject({
      rules: CALL_RULE,
      files,
      config,
      command: (_, disk) => {
        runs++;
        const isBroken = disk.get('src/2.ts')?.includes('bravo(20)') || disk.get('src/5.ts')?.includes('bravo(5)');
        return { kind: 'exited', status: isBroken ? 1 : 0, output: 'red' };
      },
    });
    const left = healed.outcomes.filter(({ status }) => status === 'escalated');
    expect(summaryOf({ ...healed, outcomes: left })).toEqual([
      'CALL-1 src/2.ts:5 escalated verify_failed/verify: npm test',
      'CALL-1 src/5.ts:3 escalated verify_failed/verify: npm test',
    ]);
    expect(healed.disk['src/2.ts']).toContain('bravo(2);\n\nalpha(20)');
    expect(healed.disk['src/5.ts']).toContain('alpha(5);\n\nbravo(50)');
    expect(healed.disk['src/7.ts']).toContain('bravo(7);\n\nbravo(70)');
    expect(runs).toBeLessThan(20);
    expect(healed.result.problems).toEqual([]);
    expect(healed.result.changes).toHaveLength(8);
  });

  it('keep the import that another fix of the file still needs', async () => {
    const text = 'import a from "a";\n\nconsole.error(a);\nconsole.warn(1);\n';
    const healed = await healProject({
      rules: LOGGER,
      files: { 'src/a.ts': text },
      config,
      command: (_, disk) => {
        const isBroken = disk.get('src/a.ts')?.includes('logger.warn') ?? false;
        return { kind: 'exited', status: isBroken ? 1 : 0, output: '' };
      },
    });
    expect(healed.outcomes.map(({ status }) => status)).toEqual(['healed', 'escalated']);
    expect(healed.disk['src/a.ts']).toBe(
      'import a from "a";\nimport { logger } from "./log.js";\n\nlogger.error(a);\nconsole.warn(1);\n',
    );
  });

  it('ask the other commands about what is left', async () => {
    const seen: string[] = [];
    const healed = await healProject({
      rules: CALL_RULE,
      files: { 'src/0.ts': files['src/0.ts'] ?? '' },
      config: { verify: [['one'], ['two']] },
      command: ([name = ''], disk) => {
        const text = disk.get('src/0.ts') ?? '';
        seen.push(name);
        const isBroken =
          name === 'two' ? text.includes('bravo(00)') : !text.includes('bravo(00)') && text.includes('bravo(0);\n\n');
        return { kind: 'exited', status: isBroken ? 1 : 0, output: '' };
      },
    });
    // Without its neighbour the first fix no longer pleases the first command: nothing stays.
    expect(healed.disk['src/0.ts']).toBe(files['src/0.ts']);
    expect(healed.outcomes.map(({ status }) => status)).toEqual(['escalated', 'escalated']);
    expect(seen[0]).toBe('one');
  });

  it('put everything back when the search is cut short', async () => {
    let runs = 0;
    const healed = await healProject({
      rules: CALL_RULE,
      files,
      config,
      command: () => {
        runs++;
        if (runs === 4) return { kind: 'timed-out', output: '' };
        return { kind: 'exited', status: runs === 2 ? 0 : 1, output: '' };
      },
    });
    expect(healed.disk).toEqual(files);
    expect(healed.outcomes.every(({ status }) => status === 'escalated')).toBe(true);
    expect(healed.result.problems.map(({ code }) => code)).toEqual(['heal/verify']);
  });
});
