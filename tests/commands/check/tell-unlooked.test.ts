import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, writeFiles } from '../../support/make-folder.js';
import { runIn } from '../../support/run-in-process.js';

const FILES = {
  'package.json': '{}',
  'contracts/app.yml': `contract_meta: { id: app, version: 1 }
rules:
  non_negotiable:
    - { id: APP-1, title: No eval, scope: ["src/**"], behavior: { forbidden_patterns: [{ pattern: /eval/, message: No }] } }
`,
  'src/a.js': 'fine\n',
};
const BROKEN = { '.specflow/config.json': '{' };

describe('a check that is stopped before it looks', () => {
  it.each(['json', 'jsonl', 'sarif', 'junit', 'github', 'gitlab', 'checkstyle', 'markdown', 'html'])(
    'says why in %s, and on stderr',
    async (format) => {
      const { code, out, err } = await runIn(makeFolder({ ...FILES, ...BROKEN }), ['check', '--format', format]);
      expect(code).toBe(2);
      expect(out).toMatch(/not JSON/);
      expect(err).toMatch(/error\[config\/json\]/);
    },
  );

  it.each([
    ['no contract', { 'package.json': '{}' }, [], 'contract/none'],
    ['no git', FILES, ['--staged'], 'git/none'],
    ['an unknown rule', FILES, ['--rule', 'APP-2'], 'usage/unknown-rule'],
  ])('gives JSON that names it: %s', async (_, files, more, problem) => {
    const { code, out } = await runIn(makeFolder(files), ['check', '--format', 'json', ...more]);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      summary: { files: 0, violations: 0, problems: 1 },
      problems: [{ code: problem, severity: 'invalid' }],
    });
  });

  it('leaves no report of an earlier run that was fine', async () => {
    const root = makeFolder(FILES);
    const outputs = ['json=r.json', 'sarif=r.sarif', 'pretty=r.txt', 'blob=r.blob'].flatMap((each) => ['-o', each]);
    expect((await runIn(root, ['check', ...outputs])).code).toBe(0);
    const blob = readFileSync(join(root, 'r.blob'), 'utf8');
    writeFiles(root, BROKEN);
    const { code, out } = await runIn(root, ['check', ...outputs]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    for (const file of ['r.json', 'r.sarif', 'r.txt'])
      expect(readFileSync(join(root, file), 'utf8')).toMatch(/not JSON/);
    // An empty one would be taken for a shard that found nothing.
    expect(readFileSync(join(root, 'r.blob'), 'utf8')).toBe(blob);
  });

  it('is told the same way by a merge', async () => {
    const root = makeFolder(FILES);
    await runIn(root, ['check', '--shard', '1/2', '-o', 'blob=1.blob']);
    const merge = ['report', 'merge', '1.blob', '-o', 'junit=r.xml', '--json'];
    const { code, out } = await runIn(root, merge);
    expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 2, problems: [{ code: 'report/missing-blob' }] });
    expect(readFileSync(join(root, 'r.xml'), 'utf8')).toMatch(/<error message="[^"]*shard 2\/2/);
  });

  it('also says which report could not be written', async () => {
    const root = makeFolder({ ...FILES, ...BROKEN });
    const { code, err } = await runIn(root, ['check', '-o', 'json=package.json/r.json']);
    expect(code).toBe(2);
    expect(err).toMatch(/error\[config\/json\][\s\S]*error\[usage\/output\]/);
    expect(existsSync(join(root, 'package.json/r.json'))).toBe(false);
  });
});
