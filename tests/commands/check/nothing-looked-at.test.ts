import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../support/make-folder.js';
import { runIn } from '../../support/run-in-process.js';

const PROJECT = {
  'contracts/c.yml': `contract_meta: { id: c, version: 1 }
rules:
  non_negotiable:
    - { id: A-1, title: First, scope: ["src/**"], behavior: { forbidden_patterns: [{ pattern: /evil/, message: m }] } }
`,
  'src/a.ts': 'fine\n',
  'docs/b.ts': 'evil\n',
};

describe.each([['-q'], ['--format', 'contract-test']])('check %s', (...flags) => {
  it('says where no file that was named has a rule, on stderr', async () => {
    const heard = await runIn(makeFolder(PROJECT), ['check', ...flags, 'docs/b.ts']);
    expect(heard).toMatchObject({ code: 0, err: expect.stringContaining('docs/b.ts was asked for') });
  });

  it('names no such file beside one that has a rule: a hook names all files of a commit', async () => {
    const heard = await runIn(makeFolder(PROJECT), ['check', ...flags, 'docs/b.ts', 'src/a.ts']);
    expect(heard).toMatchObject({ code: 0, err: '' });
  });
});
