import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '../../support/make-folder.js';
import { commitAll, git, makeRepository } from '../../support/make-repository.js';
import { runIn } from '../../support/run-in-process.js';

const contract = (id: string, scope: string): string => `contract_meta: { id: ${id}, version: 1 }
rules:
  non_negotiable:
    - id: ${id}
      title: No eval
      scope: ["${scope}"]
      behavior:
        forbidden_patterns: [{ pattern: /eval/, message: No eval }]
`;

function project(): string {
  const root = makeRepository({
    'contracts/all.yml': contract('ALL-1', '**/*.js'),
    'contracts/lib.yml': contract('LIB-1', 'lib/**'),
    'contracts/app.yml': contract('APP-1', 'app/**'),
    'app/a.js': 'fine\n',
    'lib/b.js': 'eval(1)\n',
    'lib/deep/c.js': 'eval(1)\n',
    'lib/notes.md': 'n\n',
  });
  commitAll(root);
  return root;
}

async function told(root: string, ...more: readonly string[]): Promise<readonly string[]> {
  const { out } = await runIn(root, ['check', '--format', 'json', ...more]);
  const findings: readonly { readonly code: string; readonly message: string }[] = JSON.parse(out).findings;
  return findings.filter(({ code }) => code === 'scope/not-checked-out').map(({ message }) => message);
}

describe('files that a sparse checkout leaves out', () => {
  const ALL = [
    'A sparse checkout leaves out 3 files in the scope of ALL-1 and LIB-1, which nobody looked at, such as lib/b.js.',
  ];

  it('are told as one finding, whatever the index looks like', async () => {
    const root = project();
    git(root, 'sparse-checkout', 'set', '--cone', 'app', 'contracts');
    expect(await told(root)).toEqual(ALL);
    git(root, 'sparse-checkout', 'reapply', '--sparse-index');
    expect(await told(root)).toEqual(ALL);
    expect((await runIn(root, ['check', '--quiet'])).err).toContain('warning[scope/not-checked-out]');
  });

  it('are told where the repository is read without asking git', async () => {
    const root = project();
    git(root, 'update-index', '--skip-worktree', 'lib/b.js', 'lib/deep/c.js', 'lib/notes.md');
    expect(await told(root)).toEqual([]);
    git(root, 'config', 'core.sparseCheckout', 'true');
    writeFiles(root, { '.git/info/sparse-checkout': '/app/\n/contracts/\n' });
    git(root, 'read-tree', '-mu', 'HEAD');
    expect(await told(root)).toEqual(ALL);
  });

  it('are left out by name, by an exclusion, and by asking for a part', async () => {
    const root = project();
    git(root, 'sparse-checkout', 'set', '--cone', 'app', 'contracts');
    expect(await told(root, 'app')).toEqual([]);
    expect(await told(root, '--rule', 'APP-1')).toEqual([]);
    writeFiles(root, { '.specflow/config.json': '{ "exclude": ["lib/"] }' });
    expect(await told(root)).toEqual([]);
  });

  it('are told by a merge of shards, as by one run', async () => {
    const root = project();
    git(root, 'sparse-checkout', 'set', '--cone', 'app', 'contracts');
    for (const at of [1, 2, 3]) await runIn(root, ['check', '--shard', `${at}/3`, '-o', `blob=${at}.blob`]);
    const merged = await runIn(root, ['report', 'merge', '1.blob', '2.blob', '3.blob', '--json']);
    expect(merged.out).toBe((await runIn(root, ['check', '--json'])).out);
    expect(merged.out).toContain('scope/not-checked-out');
  });

  it('are judged from the index, as long as they are staged', async () => {
    const root = project();
    writeFiles(root, { 'lib/b.js': 'eval(2)\n' });
    git(root, 'add', 'lib/b.js');
    git(root, 'sparse-checkout', 'set', '--cone', 'app', 'contracts');
    const { code, out } = await runIn(root, ['check', '--staged', '--format', 'compact']);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining(join('lib', 'b.js')) });
  });
});
