import { expect } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { contractText } from './harness/contract-text.js';
import { guarantee } from './harness/guarantee.js';

/** Refused when the contract is loaded. */
const REFUSED = [
  '**/'.repeat(11),
  '+(+(a|b)|c)',
  '!(!(a)|b)',
  '{a,b}'.repeat(12),
  '{1..1000000}',
  'src/{a,b',
  'src/@(a|b',
  '!(a*)!(a*)!(a*)!(a*)b',
  '*'.repeat(50),
];

/** Taken, and at worst many stars on a long name. */
const TAKEN = [
  `${'*a'.repeat(10)}*b`,
  `${'*a'.repeat(39)}b`,
  `${'**/a/'.repeat(10)}b`,
  `src/${'+(a|aa)'.repeat(20)}b`,
  `src/${'+(a*)'.repeat(10)}b`,
  `src/${'*(a)'.repeat(12)}b`,
  `src/${'?(a)'.repeat(60)}b`,
  `${'[[:alpha:]]*'.repeat(30)}1`,
  '**/*a*/**/*a*/**/*a*/**/*a*/b',
  '{src,lib}/!(*.test|*.spec).{ts,tsx}',
];

guarantee({
  id: 'G-11',
  async holds(subject) {
    const name = 'a'.repeat(250);
    const files = {
      [`src/${name}`]: 'x\n',
      [`${'a/'.repeat(100)}c`]: 'x\n',
      [`${name.slice(0, 100)}/${'a/'.repeat(60)}${name}`]: 'x\n',
    };
    const refused = makeFolder({
      'contracts/c.yml': contractText(REFUSED.map((glob, n) => ({ id: `R-${n}`, pattern: '/x/', scope: [glob] }))),
      ...files,
    });
    const { code, stdout } = await subject.run(['check', '--format', 'json'], { cwd: refused });
    expect(code).toBe(2);
    expect(stdout.match(/"code": "scope\/glob"/g)).toHaveLength(REFUSED.length);

    const taken = makeFolder({
      'contracts/c.yml': contractText(TAKEN.map((glob, n) => ({ id: `T-${n}`, pattern: '/never/', scope: [glob] }))),
      ...files,
    });
    expect(await subject.run(['check'], { cwd: taken, timeoutMs: 20_000 })).toMatchObject({ code: 0, signal: null });
  },
  bug: {
    file: 'src/globs/compile-scope.ts',
    find: "return new RegExp(regex.source.replace(END_BEFORE_A_NAME, ')').replace(GUARDS, ''), `${regex.flags}s`);",
    replace: 'return regex;',
  },
});
