import { expect } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { contractText, parseCheck } from './harness/contract-text.js';
import { guarantee } from './harness/guarantee.js';

const MARK = 'specflow-ignore-next-line';

/** A line above a violation, whether it excuses it, and what is said of it. */
const LINES: readonly (readonly [string, boolean, string | null])[] = [
  [`// ${MARK} SOFT -- a reason`, true, null],
  [`// ${MARK} SOFT, OTHER -- a reason`, true, 'suppression/unused'],
  [`// ${MARK} SOFT`, false, 'suppression/malformed'],
  [`// ${MARK} -- a reason`, false, 'suppression/malformed'],
  [`// ${MARK}`, false, 'suppression/malformed'],
  [`// ${MARK} * -- a reason`, false, 'suppression/malformed'],
  [`// ${MARK} SO* -- a reason`, false, 'suppression/malformed'],
  [`// ${MARK} all -- a reason`, false, 'suppression/malformed'],
  [`// ${MARK} soft -- a reason`, false, 'suppression/'],
  [`// ${MARK} OTHER -- a reason`, false, 'suppression/'],
  [`const text = "// ${MARK} SOFT -- a reason";`, false, null],
  [`const text = '// ${MARK} SOFT -- a reason';`, false, null],
  [`// ${MARK} \u202eSOFT -- a reason`, false, 'suppression/malformed'],
  [`// \u202e ${MARK} SOFT -- a reason`, false, null],
  [`// ${MARK} SOFT -- a \u2066reason`, false, 'suppression/malformed'],
  [`// ${MARK} SOFT -- a reason\n`, false, 'suppression/unused'],
  [`${MARK} SOFT -- a reason`, false, null],
];

guarantee({
  id: 'G-41',
  async holds(subject) {
    const soft = contractText([{ id: 'SOFT', pattern: '/evil/' }]).replace('non_negotiable', 'soft');
    const hard = contractText([{ id: 'HARD', pattern: '/wrong/' }]).replace('made', 'hard');
    const other = contractText([{ id: 'OTHER', pattern: '/other/' }])
      .replace('non_negotiable', 'soft')
      .replace('made', 'other');
    const folder = makeFolder({
      'contracts/soft.yml': soft,
      'contracts/hard.yml': hard,
      'contracts/other.yml': other,
      ...Object.fromEntries(LINES.map(([line], n) => [`src/${n}.ts`, `${line}\nevil();\n`])),
      'src/hard.ts': `// ${MARK} HARD -- a reason\nwrong();\n`,
    });
    const { code, stdout } = await subject.run(['check', '--format', 'json'], { cwd: folder });
    expect(code).toBe(1);
    const { violations, findings } = parseCheck(stdout);
    for (const [n, [line, excuses, said]] of LINES.entries()) {
      const file = `src/${n}.ts`;
      const violation = violations.find((each) => each.file === file);
      expect([line, violation?.exempt !== null]).toEqual([line, excuses]);
      const codes = findings.flatMap((each) => (each.file === file ? [each.code] : []));
      if (said === null) expect([line, codes]).toEqual([line, []]);
      else expect([line, codes.some((each) => each.startsWith(said))]).toEqual([line, true]);
    }
    // Counted, and never for a rule that is not up for negotiation.
    expect(JSON.parse(stdout)).toMatchObject({ summary: { exempt: LINES.filter(([, excuses]) => excuses).length } });
    expect(violations.find(({ ruleId }) => ruleId === 'HARD')?.exempt).toBeNull();
    expect(findings.map((each) => each.code)).toContain('suppression/not-allowed');
    expect((await subject.run(['check', '--strict'], { cwd: folder })).code).toBe(1);
  },
  bug: {
    file: 'src/exemptions/read-suppressions.ts',
    find: "if (ruleIds.some((id) => id.includes('*') || id.toLowerCase() === 'all')) return 'rules must be named one by one';",
    replace: "if (ruleIds.includes('*')) return { ruleIds: ['SOFT'], reason };",
  },
});
