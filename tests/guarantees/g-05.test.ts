import { expect } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { contractText } from './harness/contract-text.js';
import { guarantee } from './harness/guarantee.js';

/** Written for another dialect, and a word of what JavaScript would have one write. */
const FOREIGN: readonly (readonly [string, RegExp])[] = [
  ['/\\Afoo/', /\^/],
  ['/foo\\Z/', /\$/],
  ['/foo\\z/', /\$/],
  ['/(?i)foo/', /\/i|flag/],
  ['/(?P<name>foo)/', /\(\?<name>/],
  ['/(?P=name)/', /\\k/],
  ['/[[:alpha:]]+/', /a-z|A-Z|\\p|\[/],
  ['/\\Qfoo\\E/', /backslash|escape|\\/i],
  ['/\\hfoo/', /\[|\\t/],
  ['/a++b/', /./],
  ['/(?>ab)/', /./],
  ['/foo/g', /g/],
  ['/foo/y', /y/],
  ['/foo/x', /x/],
];

guarantee({
  id: 'G-05',
  async holds(subject) {
    const { parseContract } = await subject.load<typeof import('../../src/contract/parse-contract.js')>(
      'src/contract/parse-contract.ts',
    );
    for (const [pattern, way] of FOREIGN) {
      const { contract, problems } = parseContract('c.yml', contractText([{ id: 'A-1', pattern }]));
      const [problem] = problems;
      expect([pattern, contract?.rules ?? [], problem?.severity, problem?.line]).toEqual([pattern, [], 'invalid', 1]);
      expect(`${problem?.message} ${problem?.help}`, pattern).toMatch(way);
      expect(problem?.help, pattern).not.toBeNull();
    }
    const folder = makeFolder({
      'contracts/c.yml': contractText([{ id: 'A-1', pattern: '/(?i)x/' }]),
      'src/a.ts': 'x\n',
    });
    expect((await subject.run(['check'], { cwd: folder })).code).toBe(2);
  },
  bug: {
    file: 'src/contract/compile/compile-pattern.ts',
    find: 'if (foreign) return refuse(foreign);',
    replace: '',
  },
});
