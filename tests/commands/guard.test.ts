import { describe, expect, it } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { runIn } from '../support/run-in-process.js';

const CONTRACT = `
contract_meta: { id: x, version: 1 }
rules:
  non_negotiable:
    - { id: X-1, title: t, scope: ["src/**"], behavior: { forbidden_patterns: [{ pattern: /bad/, message: m }] } }
`;

describe('guard', () => {
  it('calls its format for people as others do, and still understands its older name', async () => {
    const root = makeFolder({ 'contracts/x.yml': CONTRACT });
    const [plain, pretty, text, wrong, help] = await Promise.all(
      [
        ['src/a.ts'],
        ['src/a.ts', '-f', 'pretty'],
        ['src/a.ts', '-f', 'text'],
        ['src/a.ts', '-f', 'txt'],
        ['--help'],
      ].map((argv) => runIn(root, ['guard', ...argv])),
    );
    expect(plain).toMatchObject({ code: 0, out: expect.stringContaining('X-1 error t: m') });
    expect(pretty).toEqual(plain);
    expect(text).toEqual(plain);
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('pretty, json') });
    expect(help?.out.replace(/\s+/g, ' ')).toContain('(choices: "pretty", "json", default: "pretty")');
  });
});
