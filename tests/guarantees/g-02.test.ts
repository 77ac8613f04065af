import { join } from 'node:path';
import { expect } from 'vitest';
import { makeFolder, writeFiles } from '../support/make-folder.js';
import { contractText } from './harness/contract-text.js';
import { guarantee } from './harness/guarantee.js';

const RULE = `rules:
  non_negotiable:
    - id: A-1
      title: t
      scope: ["src/**"]
      behavior: { forbidden_patterns: [{ pattern: /x/, message: m }] }
`;
const META = 'contract_meta: { id: c, version: 1 }\n';

/** What makes it another language than plain YAML, the text, and the line it stands on. */
const TRICKS: readonly (readonly [string, string, number])[] = [
  ['merge key', `${META}base: &b { x: 1 }\nmore:\n  <<: *b\n${RULE}`, 4],
  ['YAML 1.1 directive', `%YAML 1.1\n---\n${META}${RULE}`, 1],
  ['tag directive', `%TAG ! tag:example.com,2000:\n---\n${META}${RULE}`, 1],
  ['explicit tag', `${META}note: !!str 1\n${RULE}`, 2],
  ['binary', `${META}note: !!binary aGVsbG8=\n${RULE}`, 2],
  ['tag of its own', `${META}note: !thing { a: 1 }\n${RULE}`, 2],
  ['several documents', `${META}${RULE}---\n${META}`, 8],
  ['duplicate key', `${META}${META}${RULE}`, 2],
  ['duplicate key, quoted', `${META}n:\n  1: a\n  "1": b\n${RULE}`, 4],
  ['duplicate key, composed otherwise', `${META}n:\n  caf\u00e9: a\n  cafe\u0301: b\n${RULE}`, 4],
  ['recursive alias', `${META}n: &a [*a]\n${RULE}`, 2],
  ['alias of nothing', `${META}n: *a\n${RULE}`, 2],
  ['key that is a list', `${META}? [a]\n: b\n${RULE}`, 2],
  [
    'alias bomb',
    `${META}a: &a [x, x, x, x, x, x, x, x, x, x]\n${'bcdefg'
      .split('')
      .map((name, n) => `${name}: &${name} [${`*${'abcdef'.charAt(n)}, `.repeat(9)}*${'abcdef'.charAt(n)}]`)
      .join('\n')}\n${RULE}`,
    6,
  ],
];

guarantee({
  id: 'G-02',
  async holds(subject) {
    const { parseContract } = await subject.load<typeof import('../../src/contract/parse-contract.js')>(
      'src/contract/parse-contract.ts',
    );
    for (const [name, text, line] of TRICKS) {
      const { contract, problems } = parseContract('contracts/c.yml', text);
      expect([name, contract, problems[0]?.severity, problems[0]?.line]).toEqual([name, null, 'invalid', line]);
    }

    // Ordinary anchors are no trick, however often they are used.
    const patterns = Array.from({ length: 100 }, (_, n) => `{ pattern: /x${n}/, message: *m }`).join(', ');
    const plain = `${META}text: &m Message\n${RULE.replace('[{ pattern: /x/, message: m }]', `[${patterns}]`)}`;
    expect(parseContract('contracts/c.yml', plain)).toMatchObject({
      problems: [],
      contract: { rules: [{ id: 'A-1' }] },
    });

    const folder = makeFolder({
      'contracts/good.yml': contractText([{ id: 'B-1', pattern: '/y/' }]),
      'src/a.ts': 'z\n',
    });
    writeFiles(folder, { [join('contracts', 'c.yml')]: TRICKS[0]?.[1] ?? '' });
    const { code, stdout } = await subject.run(['check'], { cwd: folder });
    expect({ code, told: stdout.includes('contracts/c.yml:4') }).toEqual({ code: 2, told: true });
  },
  bug: {
    file: 'src/contract/yaml/yaml-document.ts',
    find: "if (key === '<<') throw new YamlRefusal(keyRange, complaints.yamlMerge());",
    replace: '',
  },
});
