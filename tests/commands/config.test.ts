import { describe, expect, it } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { runIn } from '../support/run-in-process.js';

describe('config print', () => {
  it('shows each setting with the line that sets it, in 80 columns', async () => {
    const root = makeFolder({ '.specflow/config.json': '{\n  "exclude": ["a/", "b/"]\n}\n' });
    const { out, err, code } = await runIn(root, ['config', 'print']);
    expect([err, code]).toEqual(['', 0]);
    expect(out).toMatch(/^line 2 {3}exclude +"a\/"\n +"b\/"$/m);
    expect(out).toMatch(/^default {2}heal_loop\.max_iterations +3$/m);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(90);
  });

  it('prints the same for programs', async () => {
    const root = makeFolder({ '.specflow/config.json': '{ "max_file_bytes": 5 }' });
    const { out } = await runIn(root, ['config', 'print', '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      root,
      file: '.specflow/config.json',
      settings: {
        max_file_bytes: { value: 5, origin: 'file', line: 1 },
        'heal_loop.verify_types': { value: 'auto', origin: 'default' },
      },
    });
  });

  it('needs neither contracts nor a file, and says that there is none', async () => {
    const { out, code } = await runIn(makeFolder({ 'package.json': '{}' }), ['config', 'print']);
    expect(out).toContain('.specflow/config.json: there is none');
    expect(code).toBe(0);
  });

  it('refuses a broken file, with its place', async () => {
    const root = makeFolder({ '.specflow/config.json': '{\n  "exlude": []\n}' });
    expect(await runIn(root, ['config', 'print'])).toMatchObject({
      out: '',
      err: expect.stringMatching(/exclude[\s\S]*config\.json:2|config\.json:2[\s\S]*exclude/),
      code: 2,
    });
  });

  it.each(['config print', 'check', 'doctor'])(
    '%s tells all that is wrong in a broken file at once',
    async (command) => {
      const root = makeFolder({ '.specflow/config.json': '{\n  "exlude": [],\n  "max_file_bytes": 0\n}' });
      const { out, err, code } = await runIn(root, command.split(' '));
      expect(out + err).toMatch(/config\.json:2[\s\S]*config\.json:3/);
      expect((out + err).replace(/\s+/g, ' ')).toContain('at least 1');
      expect(code).toBe(2);
    },
  );
});
