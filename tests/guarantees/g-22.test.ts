import { expect } from 'vitest';
import { guarantee } from './harness/guarantee.js';
import { bytesOf, contractOf, healFiles, type WrittenRule } from './harness/heal-in.js';

const replace = (id: string, file: string, find: string, replacement: string): WrittenRule => ({
  id,
  scope: [file],
  forbidden: `/${find}/`,
  fix: { strategy: 'replace', find: `/${find}/`, replace: replacement },
});

const RULES: readonly WrittenRule[] = [
  replace('ADDS-1', 'src/adds.txt', 'alpha', 'beta'),
  { id: 'OTHER-1', scope: ['src/adds.txt'], forbidden: '/beta/' },
  // The other rule asks for what the fix takes away.
  replace('TAKES-1', 'src/takes.txt', 'gamma', 'delta'),
  { id: 'OTHER-2', scope: ['src/takes.txt'], required: '/gamma/' },
  // Together with what stands around it, the new text is what the other rule forbids.
  replace('JOINS-1', 'src/joins.txt', 'one', 'two'),
  { id: 'OTHER-3', scope: ['src/joins.txt'], forbidden: '/two and three/' },
  // There is one of them already, and it is no excuse for a second one.
  replace('COUNT-1', 'src/count.txt', 'red', 'blue'),
  { id: 'OTHER-4', scope: ['src/count.txt'], forbidden: '/blue/' },
  // What it adds breaks the rule that it heals.
  replace('SELF-1', 'src/self.txt', '(?:cat|dog)', 'dog'),
  // Inserted text is judged as well.
  {
    id: 'INSERT-1',
    scope: ['src/insert.txt'],
    required: '/LICENCE/',
    fix: { strategy: 'insert', anchor: 'top', text: 'LICENCE\nTODO' },
  },
  { id: 'OTHER-5', scope: ['src/insert.txt'], forbidden: '/TODO/' },
  // Nothing is wrong with this one.
  replace('GOOD-1', 'src/good.txt', 'alpha', 'omega'),
];

/** One file in scope has to hold it, and this is the one. */
const ANYWHERE = JSON.stringify({
  contract_meta: { id: 'anywhere', version: 1 },
  rules: {
    soft: [
      {
        id: 'OTHER-6',
        title: 'Somebody says so',
        scope: ['src/*.md'],
        behavior: { required_patterns: [{ pattern: '/epsilon/', message: 'Nobody says so' }] },
      },
      {
        id: 'LOSES-1',
        title: 'Not so',
        scope: ['src/loses.md'],
        behavior: {
          forbidden_patterns: [
            {
              pattern: '/epsilon!/',
              message: 'So',
              auto_fix: { strategy: 'replace', find: 'epsilon!', replace: 'zeta' },
            },
          ],
        },
      },
    ],
  },
});

const FILES = {
  'src/adds.txt': 'alpha\n',
  'src/takes.txt': 'gamma\n',
  'src/joins.txt': 'one and three\n',
  'src/count.txt': 'blue\nred\n',
  'src/self.txt': 'cat\n',
  'src/insert.txt': 'text\n',
  'src/loses.md': 'epsilon!\n',
  'src/keeps.md': 'nothing\n',
};

guarantee({
  id: 'G-22',
  async holds(subject) {
    const { code, report, read } = await healFiles(subject, {
      'contracts/plain.yml': contractOf(RULES),
      'contracts/anywhere.yml': ANYWHERE,
      'src/good.txt': 'alpha\n',
      ...FILES,
    });
    expect(read('src/good.txt')).toBe('omega\n');
    for (const [file, text] of Object.entries(FILES)) expect(read(file), file).toBe(bytesOf(text));
    const healed = report.results.filter(({ status }) => status === 'healed').map(({ ruleId }) => ruleId);
    expect(healed).toEqual(['GOOD-1']);
    expect(code).toBe(1);
    for (const ruleId of ['ADDS-1', 'TAKES-1', 'JOINS-1', 'COUNT-1', 'INSERT-1', 'LOSES-1']) {
      const { attempts } = report.results.find((each) => each.ruleId === ruleId) ?? { attempts: [] };
      expect(
        attempts.map(({ outcome }) => outcome),
        ruleId,
      ).toEqual(['new_violation']);
    }
  },
  bug: {
    file: 'src/heal/gates/no-new-violation.ts',
    find: 'if (lost === undefined) return null;',
    replace: 'if (lost !== null) return null;',
  },
});
