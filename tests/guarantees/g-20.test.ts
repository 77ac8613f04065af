import { expect } from 'vitest';
import { guarantee } from './harness/guarantee.js';
import { bytesOf, contractOf, healFiles, patternOf, storeOf, type WrittenRule } from './harness/heal-in.js';

/** Each rule forbids one word and turns it into the next rule's: mending goes round and round. */
function ring(size: number): {
  readonly rules: readonly WrittenRule[];
  readonly files: Readonly<Record<string, string>>;
} {
  const word = (n: number): string => `w${size}x${n % size}`;
  const ids = Array.from({ length: size }, (_, n) => n);
  return {
    rules: ids.map((n) => ({
      id: `RING${size}-${n}`,
      scope: [`src/ring${size}/**`],
      forbidden: `/\\b${word(n)}\\b/`,
      fix: { strategy: 'replace', find: word(n), replace: word(n + 1) },
    })),
    files: {
      [`src/ring${size}/one.txt`]: `${word(0)}\n`,
      [`src/ring${size}/all.txt`]: `${ids.map((n) => `${word(n)}\n`).join('')}`,
    },
  };
}

const RINGS = [2, 3, 7].map(ring);

const ENDLESS: readonly WrittenRule[] = [
  // Written with the other quotes, the import is never what the rule asks for.
  {
    id: 'DUP-1',
    scope: ['src/import.ts'],
    required: '/import \\{ audit \\} from "audit"/',
    fix: { strategy: 'insert', import_line: "import { audit } from 'audit'" },
  },
  {
    id: 'GROW-1',
    scope: ['src/grow.txt'],
    forbidden: '/a+/',
    fix: { strategy: 'replace', find: '/a+/', replace: 'aa' },
  },
  { id: 'GROW-2', scope: ['src/grow.ts'], forbidden: '/"bad"(?! \\+ "")/' },
  {
    id: 'SELF-1',
    scope: ['src/self.txt'],
    forbidden: '/bad/',
    fix: { strategy: 'replace', find: 'bad', replace: 'bad' },
  },
];

const FILES: Readonly<Record<string, string>> = {
  ...Object.assign({}, ...RINGS.map(({ files }) => files)),
  'src/import.ts': "import { audit } from 'audit'\naudit()\n",
  'src/grow.txt': 'aa b a\n',
  'src/grow.ts': 'export const a = "bad"\n',
  'src/self.txt': 'bad\n',
};

guarantee({
  id: 'G-20',
  async holds(subject) {
    const { code, report, read } = await healFiles(subject, {
      'contracts/plain.yml': contractOf([...RINGS.flatMap(({ rules }) => rules), ...ENDLESS]),
      // The rule would be content; the pattern itself would find its own work again, and grow it with every run.
      '.specflow/fix-patterns.json': storeOf(
        patternOf({ rule_id: 'GROW-2', match: '"bad"', replacement_template: '"bad" + ""' }),
      ),
      ...FILES,
    });
    for (const [file, text] of Object.entries(FILES)) expect(read(file), file).toBe(bytesOf(text));
    expect(report.results.filter(({ status }) => status !== 'escalated')).toEqual([]);
    expect(new Set(report.results.map(({ file }) => file))).toEqual(new Set(Object.keys(FILES)));
    expect(code).toBe(1);
    // Who goes round with whom is told.
    for (const size of [2, 3, 7]) {
      for (const { ruleId, attempts, reason } of report.results) {
        const [, ofRing, n] = /^RING(\d)-(\d)$/.exec(ruleId) ?? [];
        if (ofRing !== String(size)) continue;
        const told = [reason, ...attempts.map(({ detail }) => detail)].join(' ');
        expect(told, ruleId).toContain(`RING${size}-${(Number(n) + 1) % size}`);
      }
    }
  },
  bug: {
    file: 'src/heal/gates/no-new-violation.ts',
    find: 'if (appeared.length > 0) return',
    replace: 'if (appeared.length > 99) return',
  },
});
