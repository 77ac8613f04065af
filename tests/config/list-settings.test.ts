import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listSettings } from '../../src/config/list-settings.js';
import { parseConfig } from '../../src/config/parse-config.js';
import { DEFAULT_CONFIG } from '../../src/model/config.js';

/** The settings written out as a file of their own. */
function asFile(settings: ReturnType<typeof listSettings>): string {
  const file: Record<string, unknown> = {};
  for (const { key, value } of settings) {
    const [group, name] = key.split('.');
    if (group !== undefined && name === undefined) file[group] = value;
    else if (group !== undefined && name !== undefined) {
      file[group] = { ...(file[group] as object | undefined), [name]: value };
    }
  }
  return JSON.stringify(file);
}

const globs = fc.array(fc.constantFrom('src/**', 'vendor/', '!a/b.yml'), { maxLength: 3 });
const config = fc.record(
  {
    contracts: globs,
    exclude: globs,
    max_file_bytes: fc.integer({ min: 1, max: 1000 }),
    suppressions: fc.record({ allow_non_negotiable: fc.boolean() }, { requiredKeys: [] }),
    heal_loop: fc.record(
      {
        max_iterations: fc.integer({ min: 1, max: 9 }),
        auto_fix_enabled: fc.boolean(),
        min_confidence_for_auto_apply: fc.constantFrom(0, 0.4, 0.75, 1),
        verify: fc.array(fc.constant(['npm', 'test']), { maxLength: 2 }),
        verify_types: fc.constantFrom('auto', 'on', 'off'),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

describe('the settings in force', () => {
  it('are the defaults where there is no file', () => {
    const settings = listSettings(null);
    expect(settings.every(({ line }) => line === null)).toBe(true);
    expect(parseConfig(asFile(settings))).toEqual(DEFAULT_CONFIG);
    expect(settings.map(({ key }) => key)).toContain('heal_loop.verify_types');
  });

  it('mean, as a file of their own, what the file they came from means', () => {
    fc.assert(
      fc.property(config, (written) => {
        const text = JSON.stringify(written);
        expect(parseConfig(asFile(listSettings(text)))).toEqual(parseConfig(text));
      }),
    );
  });

  it('name the line of what the file sets, also where it sets the default, and no other', () => {
    const text = '{\n  "exclude": ["a/"],\n  "heal_loop": {\n    "max_iterations": 3\n  }\n}\n';
    const set = listSettings(text).filter(({ line }) => line !== null);
    expect(set).toEqual([
      { key: 'exclude', value: ['a/'], line: 2 },
      { key: 'heal_loop.max_iterations', value: 3, line: 4 },
    ]);
  });

  it('say that an empty list of contracts is the default', () => {
    const [contracts] = listSettings('{ "contracts": [] }');
    expect(contracts).toEqual({ key: 'contracts', value: DEFAULT_CONFIG.contracts, line: null });
  });
});
