import { expect } from 'vitest';
import { guarantee } from './harness/guarantee.js';

const SIZE = 256 * 1024;
const many = (count: number, line: (n: string) => string): string =>
  Array.from({ length: count }, (_, n) => line(n.toString(36))).join('\n');

/** Text, and the code of the problem it must end in. */
const TEXTS: readonly (readonly [string, string, string])[] = [
  ['256 KiB of tiny keys', many(30_000, (n) => `k${n}: 1`).slice(0, SIZE - 12), 'contract/unrecognised'],
  ['100,000 keys', many(100_000, (n) => `k${n}: 1`), 'contract/too-big'],
  ['100,000 keys on one line', `{${many(100_000, (n) => `k${n}`).replaceAll('\n', ',')}}`, 'contract/too-big'],
  ['depth 1,000 in brackets', '['.repeat(1000) + ']'.repeat(1000), 'contract/yaml-deep'],
  [
    'depth 1,000 by indentation',
    Array.from({ length: 1000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
    'contract/yaml-deep',
  ],
  ['depth 1,000 in lists', `${'- '.repeat(1000)}x`, 'contract/yaml-deep'],
  ['256 KiB of opening brackets', '['.repeat(SIZE), 'contract/too-big'],
  ['256 KiB of quotes', '"'.repeat(SIZE), 'contract/yaml'],
  ['256 KiB of line ends', '\n'.repeat(SIZE), 'contract/too-big'],
];

/** Processor time, which a busy machine does not stretch as it does the clock. */
const LIMIT_MS = 2000;

guarantee({
  id: 'G-01',
  async holds(subject) {
    const { parseContract } = await subject.load<typeof import('../../src/contract/parse-contract.js')>(
      'src/contract/parse-contract.ts',
    );
    for (const [name, text, code] of TEXTS) {
      const before = process.cpuUsage();
      const { contract, problems } = parseContract('contracts/c.yml', text);
      const { user, system } = process.cpuUsage(before);
      expect(contract, name).toBeNull();
      expect(problems[0]?.severity, name).toBe('invalid');
      expect(problems[0]?.code, name).toMatch(new RegExp(`^${code}`));
      expect((user + system) / 1000, name).toBeLessThan(LIMIT_MS);
    }
  },
  bug: {
    file: 'src/contract/yaml/yaml-tokens.ts',
    find: 'const MAX_LEXEMES = 250_000;',
    replace: 'const MAX_LEXEMES = 2_500_000;',
  },
});
