import { expect } from 'vitest';
import configSchema from '../../src/config/config-schema.json' with { type: 'json' };
import contractSchema from '../../src/contract/contract-schema.json' with { type: 'json' };
import { contractText } from './harness/contract-text.js';
import { guarantee } from './harness/guarantee.js';
import { schemaPlaces, withKey } from './harness/schema-places.js';

/** Each key with one letter changed; that letter's place moves with the key, so that all places are tried. */
function misspelt(key: string, at: number): string {
  const place = at % key.length;
  return `${key.slice(0, place)}${key.charAt(place) === 'x' ? 'q' : 'x'}${key.slice(place + 1)}`;
}

guarantee({
  id: 'G-03',
  async holds(subject) {
    const { parseContract } = await subject.load<typeof import('../../src/contract/parse-contract.js')>(
      'src/contract/parse-contract.ts',
    );
    const { parseConfig } =
      await subject.load<typeof import('../../src/config/parse-config.js')>('src/config/parse-config.ts');
    const base: unknown = JSON.parse(contractText([{ id: 'A-1', pattern: '/x/' }]));
    const places = schemaPlaces(contractSchema);
    expect(places.flatMap(({ keys }) => keys).length).toBeGreaterThan(60);
    for (const { path, keys } of places) {
      for (const [at, key] of keys.entries()) {
        const wrong = misspelt(key, at);
        if (keys.includes(wrong)) continue;
        const text = JSON.stringify(withKey(base, path, wrong, 'v'));
        const noticed = parseContract('contracts/c.yml', text).problems.filter(
          ({ code, message, help }) =>
            code === 'contract/unknown-key' && message.includes(`\`${wrong}\``) && /Did you mean/.test(help ?? ''),
        );
        expect(noticed.length, `${path.join('.')}.${wrong}`).toBe(1);
      }
    }
    for (const { path, keys } of schemaPlaces(configSchema)) {
      for (const [at, key] of keys.entries()) {
        const wrong = misspelt(key, at);
        const text = JSON.stringify(withKey({}, path, wrong, 1));
        expect(() => parseConfig(text), `${path.join('.')}.${wrong}`).toThrow(`There is no setting \`${wrong}\``);
      }
    }
  },
  bug: {
    file: 'src/contract/check-keys.ts',
    find: 'if (items) for (const item of node.items) visit(item, items);',
    replace: '',
  },
});
