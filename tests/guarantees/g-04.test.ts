import { expect } from 'vitest';
import configSchema from '../../src/config/config-schema.json' with { type: 'json' };
import contractSchema from '../../src/contract/contract-schema.json' with { type: 'json' };
import { makeFolder } from '../support/make-folder.js';
import { contractText } from './harness/contract-text.js';
import { guarantee } from './harness/guarantee.js';
import { schemaPlaces, withKey } from './harness/schema-places.js';

const KEYS = ['__proto__', 'constructor', 'prototype'];
/** `JSON.stringify` writes a key of this name; `__proto__` itself would set a prototype before it got there. */
const STAND_IN = 'stand-in-for-the-key';

const STORE = {
  version: 1,
  patterns: [
    {
      id: 'p',
      rule_id: 'A-1',
      description: 'd',
      match: 'x',
      replacement_template: 'y',
      confidence: 0.5,
      tier: 'silver',
      applied_count: 0,
      success_count: 0,
      failure_count: 0,
      last_used: null,
      created: '2026-01-01',
    },
  ],
};

guarantee({
  id: 'G-04',
  async holds(subject) {
    const { parseContract } = await subject.load<typeof import('../../src/contract/parse-contract.js')>(
      'src/contract/parse-contract.ts',
    );
    const { parseConfig } =
      await subject.load<typeof import('../../src/config/parse-config.js')>('src/config/parse-config.ts');
    const { parseStore } = await subject.load<typeof import('../../src/pattern-store/format/parse-store.js')>(
      'src/pattern-store/format/parse-store.ts',
    );
    const before = Object.getOwnPropertyNames(Object.prototype);
    const base: unknown = JSON.parse(contractText([{ id: 'A-1', pattern: '/x/' }]));
    const at = (document: unknown, path: readonly string[], key: string): string =>
      JSON.stringify(withKey(document, path, STAND_IN, { polluted: 1 })).replace(STAND_IN, key);
    for (const key of KEYS) {
      for (const { path } of schemaPlaces(contractSchema)) {
        const { contract, problems } = parseContract('c.yml', at(base, path, key));
        expect([path, key, contract, problems[0]?.severity]).toEqual([path, key, null, 'invalid']);
      }
      for (const { path } of schemaPlaces(configSchema)) {
        expect(() => parseConfig(at({}, path, key)), `${path} ${key}`).toThrow('is not allowed');
      }
      for (const path of [[], ['patterns', '[]']]) {
        const { store, problems } = parseStore('store', at(STORE, path, key));
        expect([path, key, store, problems[0]?.severity]).toEqual([path, key, null, 'invalid']);
      }
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect('polluted' in {}).toBe(false);

    const folder = makeFolder({
      'contracts/c.yml': contractText([{ id: 'A-1', pattern: '/x/' }]),
      '.specflow/config.json': '{ "__proto__": { "exclude": ["**"] } }',
      'src/a.ts': 'x\n',
    });
    const { code, stderr } = await subject.run(['check'], { cwd: folder });
    expect({ code, told: stderr.includes('__proto__') }).toEqual({ code: 2, told: true });
  },
  bug: {
    file: 'src/model/refused-keys.ts',
    find: "new Set(['__proto__', 'constructor', 'prototype'])",
    replace: "new Set(['__proto__', 'prototype'])",
  },
});
