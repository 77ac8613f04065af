import { expect } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { contractText, parseCheck } from './harness/contract-text.js';
import { guarantee } from './harness/guarantee.js';

const CONFIG = '{ "time_limits": { "rule_ms": 150 }, "max_file_bytes": 16000000 }';
const EVIL = '/(a+)+\\1$/';

guarantee({
  id: 'G-09',
  async holds(subject) {
    const folder = makeFolder({
      'contracts/c.yml': contractText([
        { id: 'SLOW', pattern: EVIL },
        { id: 'DEEP', pattern: '/^good (?:(x)|y)*z/' },
        { id: 'GOOD', pattern: '/good/' },
      ]),
      '.specflow/config.json': CONFIG,
      'src/a.ts': `good ${'a'.repeat(60)}!\n`,
      'src/b.ts': `good ${'xy'.repeat(4_000_000)}\n`,
    });
    const { code, stdout } = await subject.run(['check', '--format', 'json'], { cwd: folder });
    const { problems, violations } = parseCheck(stdout);
    expect(code).toBe(3);
    expect(violations.map(({ ruleId, file }) => [ruleId, file])).toEqual([
      ['GOOD', 'src/a.ts'],
      ['GOOD', 'src/b.ts'],
    ]);
    const told = problems.map((problem) => [problem.code, problem.file, problem.message.split(' ')[0]]);
    expect(told).toContainEqual(['check/timeout', 'src/a.ts', 'SLOW']);
    expect(told.filter(([, file, rule]) => file === 'src/b.ts' && rule === 'DEEP')).toHaveLength(1);

    // A required pattern that could not be looked for is neither there nor missing.
    const required = contractText([{ id: 'NEED', pattern: EVIL }]).replace('forbidden_patterns', 'required_patterns');
    const needing = makeFolder({
      'contracts/c.yml': required,
      '.specflow/config.json': CONFIG,
      'src/a.ts': `${'a'.repeat(60)}!\n`,
    });
    const undecided = await subject.run(['check', '--format', 'json'], { cwd: needing });
    expect([undecided.code, parseCheck(undecided.stdout).violations]).toEqual([3, []]);
  },
  bug: {
    file: 'src/engine/inspection/inspect-within.ts',
    find: 'problems: isRequired ? [] : [problem],',
    replace: 'problems: [],',
  },
});
