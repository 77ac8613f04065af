import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMarkdown } from '../../src/reporters/check-markdown.js';
import { PLAIN, reportOf, violationsIn } from '../support/check-report.js';
import { forbidden, makeRule } from '../support/make-rule.js';
import { hinted, hostileReport } from './hostile-reports.js';

const rule = makeRule({ id: 'SEC-1' }, forbidden(/HIT/, { message: 'No hits.', autoFix: hinted('Use a miss.') }));

/** As the readers of GitHub and GitLab see it: a bar right after a backslash delimits nothing. */
const DELIMITER = /(?<!\\)\|/g;

function rowsFor(file: string, message: string): readonly string[] {
  const hostile = makeRule({ id: 'R|1' }, forbidden(/HIT/, { message }));
  const text = checkMarkdown.render(reportOf(violationsIn(file, 'HIT', hostile)), PLAIN);
  return text.split('\n').filter((line) => line.startsWith('| error'));
}

describe('markdown', () => {
  it('names what a strict run fails by, each kind once', () => {
    const failure = { kind: 'finding', file: 'c.yml', line: 1, message: 'm' } as const;
    const strict = ['scope/empty', 'policy/rule-removed', 'scope/empty'].map((id) => ({ ...failure, id }));
    const text = checkMarkdown.render({ ...reportOf([]), strict }, PLAIN);
    expect(text).toContain(
      '## Specflow: no violations\n\n**--strict fails on 3 more things:** `scope/empty` (2), `policy/rule-removed`\n\n',
    );
    expect(checkMarkdown.render({ ...reportOf([]), strict: [] }, PLAIN)).not.toContain('--strict');
  });

  it('is a comment with a table, the next command, and a findings section', () => {
    const violations = violationsIn('src/a.ts', 'HIT\nHIT', rule);
    const [first, second] = violations;
    if (!first || !second) throw new Error('the fixture must violate twice');
    const exempt = { ...second, exemption: { kind: 'waiver' as const, reason: 'r', expires: null } };
    const problem = { code: 'contract/yaml', severity: 'invalid', file: 'c.yml', line: 3, column: 7 } as const;
    const report = {
      ...reportOf([first, exempt], { problems: [{ ...problem, message: 'Bad.', help: 'Quote it.' }] }),
      outlooks: new Map([[first, { source: 'pattern:p|1', tier: 'gold', confidence: 0.75 }]]),
    };
    expect(checkMarkdown.render(report, PLAIN)).toBe(`<!-- specflow -->

## Specflow: 1 error, 1 problem in 1 file

### Problems

- **error** \`contract/yaml\` \`c.yml:3:7\`: Bad. **Fix:** Quote it.

| | Rule | Where | What |
| --- | --- | --- | --- |
| error | \`SEC-1\` | \`src/a.ts:1:1\` | No hits.<br>**Fix:** Use a miss.<br>Heal would try \`pattern:p\\|1 (gold 0.75)\` |

Next: \`specflow heal --dry-run\` (it has a fix to try for 1 of 1)

1 violation exempt by waiver, suppression or baseline.

### Findings

None.

<sub>41 files, 6 rules checked.</sub>
`);
  });

  it('says so where all is well', () => {
    expect(checkMarkdown.render(reportOf([]), PLAIN)).toContain('## Specflow: no violations\n');
  });

  it.each([
    ['a bar', 'a | b', 'a \\| b'],
    ['a tag', '<img src=x>', '\\<img src=x\\>'],
    ['a link', '[x](javascript:y)', '\\[x\\](javascript:y)'],
    ['a line break', 'a\n# b', 'a\\\\n\\# b'],
    ['a mention', 'ask @octo/team', 'ask @<!-- -->octo/team'],
    ['a reference to an issue', 'see #12', 'see \\#<!-- -->12'],
    ['emphasis', '*a* _b_ ~c~', '\\*a\\* \\_b\\_ \\~c\\~'],
  ])('lets nothing in a message be %s', (_, message, written) => {
    expect(rowsFor('a.ts', message)).toEqual([`| error | \`R\\|1\` | \`a.ts:1:1\` | ${written} |`]);
  });

  it('keeps a file name in its cell and in its code span', () => {
    expect(rowsFor('a`|`b.ts', 'm')).toEqual(['| error | `R\\|1` | ``a`\\|`b.ts:1:1`` | m |']);
  });

  it('has four cells in each row, whatever a report says', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const rows = checkMarkdown
          .render(report, PLAIN)
          .split('\n')
          .filter((line) => line.startsWith('| '));
        for (const row of rows) expect(row.match(DELIMITER)).toHaveLength(5);
      }),
      { numRuns: 50 },
    );
  });

  it('fits into a comment, and says how much it left out', () => {
    const wordy = makeRule({ id: 'R' }, forbidden(/HIT/, { message: '@x #1 '.repeat(500) }));
    const violations = violationsIn('a.ts', 'HIT\n'.repeat(300), wordy);
    const findings = Array.from({ length: 300 }, (_, index) => ({
      code: 'scope/empty',
      ruleId: null,
      file: null,
      line: null,
      message: `${'words '.repeat(50)}${index}`,
      help: null,
    }));
    const text = checkMarkdown.render(reportOf(violations, { findings }), PLAIN);
    expect(text.length).toBeLessThan(65_536);
    const shown = text.split('\n').filter((line) => line.startsWith('| error')).length;
    expect(shown).toBeGreaterThan(10);
    expect(text).toContain(`… and ${300 - shown} more: \`specflow check\` lists them all.`);
    expect(text).toMatch(/- … and \d+ more\n/);
  });
});
