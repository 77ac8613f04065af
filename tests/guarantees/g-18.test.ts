import { expect } from 'vitest';
import { guarantee } from './harness/guarantee.js';
import { contractOf, healFiles, patternOf, storeOf } from './harness/heal-in.js';

/** What `String.replace`, printf, shells and C strings would each read something into. */
const TRAPS = [
  '$&',
  '$`',
  "$'",
  '$$',
  '$0',
  '$1',
  '$<name>',
  '\\n',
  '\\u0041',
  '\\1',
  '%s',
  '%d',
  '{0}',
  '$(id)',
  '`id`',
];

const inString = (text: string): string => JSON.stringify(text);

/** One rule a trap: what stands for the rule's own word is replaced by the trap, as a hint spells it. */
const hints = TRAPS.map((text, n) => ({
  id: `HINT-${n}`,
  scope: ['src/hints.txt'],
  forbidden: `/hint${n}:(?<word>bad)/`,
  fix: { strategy: 'replace', target: 'word', wrap_pattern: `<${text}>` },
}));
const finds = TRAPS.flatMap((text, n) =>
  // Here `$1` and `$<name>` are declared to be groups of `find`.
  /^\$(?:1|<name>)$/.test(text)
    ? []
    : [
        {
          id: `FIND-${n}`,
          scope: ['src/finds.txt'],
          forbidden: `/find${n}:bad/`,
          fix: { strategy: 'replace', find: '/b(?<name>a)d/', replace: `<${text}>` },
        },
      ],
);
const stored = TRAPS.map((text, n) => ({
  id: `STORE-${n}`,
  scope: ['src/stored.ts'],
  forbidden: `/"bad${n}"/`,
  text,
}));
/** What was matched is carried over as it is. */
const carried = {
  id: 'CARRY-1',
  scope: ['src/carried.txt'],
  forbidden: '/old\\((?<what>.*)\\)/',
  fix: { strategy: 'replace', find: '/old\\((.*)\\)/', replace: 'new($1)' },
};
const inserted = {
  id: 'INSERT-1',
  scope: ['src/inserted.txt'],
  required: '/LICENCE/',
  fix: { strategy: 'insert', anchor: 'top', text: `LICENCE ${TRAPS.join(' ')}` },
};

const lines = (name: string, words: readonly string[]): string =>
  words.map((word, n) => `${name}${n}:${word}\n`).join('');

guarantee({
  id: 'G-18',
  async holds(subject) {
    const { report, read } = await healFiles(subject, {
      'contracts/plain.yml': contractOf([
        ...hints,
        ...finds,
        ...stored.map(({ text: _, ...rule }) => rule),
        carried,
        inserted,
      ]),
      '.specflow/fix-patterns.json': storeOf(
        ...stored.map(({ id, text }, n) =>
          patternOf({
            id: `fix-${n}`,
            rule_id: id,
            match: `"bad${n}"`,
            replacement_template: `String(${inString(text)})`,
          }),
        ),
      ),
      'src/hints.txt': lines(
        'hint',
        TRAPS.map(() => 'bad'),
      ),
      'src/finds.txt': lines(
        'find',
        TRAPS.map(() => 'bad'),
      ),
      'src/stored.ts': TRAPS.map((_, n) => `export const s${n} = "bad${n}"\n`).join(''),
      'src/carried.txt': TRAPS.map((text) => `old(${text})\n`).join(''),
      'src/inserted.txt': 'text\n',
    });
    expect(report.results.filter(({ status }) => status !== 'healed')).toEqual([]);
    expect(read('src/hints.txt')).toBe(
      lines(
        'hint',
        TRAPS.map((text) => `<${text}>`),
      ),
    );
    expect(read('src/finds.txt')).toBe(
      lines(
        'find',
        TRAPS.map((text, n) => (finds.some(({ id }) => id === `FIND-${n}`) ? `<${text}>` : 'bad')),
      ),
    );
    expect(read('src/stored.ts')).toBe(
      TRAPS.map((text, n) => `export const s${n} = String(${inString(text)})\n`).join(''),
    );
    expect(read('src/carried.txt')).toBe(TRAPS.map((text) => `new(${text})\n`).join(''));
    expect(read('src/inserted.txt')).toBe(`LICENCE ${TRAPS.join(' ')}\ntext\n`);
  },
  bug: {
    file: 'src/model/edit.ts',
    find: 'result += text.slice(done, start) + edit.text;',
    replace: "result += text.slice(done, start) + 'x'.replace('x', edit.text);",
  },
});
