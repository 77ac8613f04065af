import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFinding } from '../../src/findings/finding-record.js';
import { printFinding } from '../../src/findings/parse-finding.js';
import { commitAll, git, makeRepository } from '../support/make-repository.js';
import { runIn } from '../support/run-in-process.js';

const contract = (pattern: string, scope = 'src/**') => `contract_meta: { id: c, version: 1 }
rules:
  non_negotiable:
    - id: A-1
      title: First
      scope: ["${scope}"]
      behavior: { forbidden_patterns: [{ pattern: ${pattern}, message: m }] }
`;

/** A repository whose last commit, tagged `base`, holds a contract, and a file that keeps it. */
function project(): { readonly root: string; readonly write: (path: string, text: string) => void } {
  const root = makeRepository({
    'contracts/c.yml': contract('/evil/'),
    '.specflow/config.json': '{ "exclude": ["vendor/**"] }',
    'src/a.ts': 'fine\n',
  });
  git(root, 'add', '.');
  git(root, 'commit', '--quiet', '-m', 'x');
  git(root, 'tag', 'base');
  return { root, write: (path, text) => writeFileSync(join(root, path), text) };
}

describe('check --policy-from', () => {
  it('judges by the contracts of the commit, whatever the change made of them', async () => {
    const { root, write } = project();
    write('contracts/c.yml', contract('/harmless/'));
    write('src/a.ts', 'evil\n');
    expect((await runIn(root, ['check'])).code).toBe(0);
    const judged = await runIn(root, ['check', '--policy-from', 'base', '--format', 'json']);
    expect(judged.code).toBe(1);
    expect(JSON.parse(judged.out)).toMatchObject({
      violations: [{ ruleId: 'A-1', file: 'src/a.ts' }],
      findings: [{ code: 'policy/check-removed', ruleId: 'A-1' }],
    });
  });

  it.each([['-q'], ['--format', 'contract-test']])('names what was weakened with %s too', async (...flags) => {
    const { root, write } = project();
    write('contracts/c.yml', contract('/harmless/'));
    const judged = await runIn(root, ['check', '--policy-from', 'base', ...flags]);
    expect(judged.err).toContain('policy/check-removed');
    const strict = await runIn(root, ['check', '--policy-from', 'base', '--strict', ...flags]);
    expect([strict.code, strict.err.split('policy/check-removed').length]).toEqual([1, 2]);
  });

  it('lets no decision that comes with the change silence what the change weakens', async () => {
    const { root, write } = project();
    write('contracts/c.yml', contract('/harmless/'));
    const strict = ['check', '--policy-from', 'base', '--strict', '--format', 'json'];
    const [weaker] = JSON.parse((await runIn(root, strict)).out).findings;
    const record = openFinding(weaker, null, '2026-01-01');
    const decision = { kind: 'dismissed' as const, day: '2026-01-01', reason: 'trust me' };
    const silence = printFinding({ ...record, decision });
    mkdirSync(join(root, '.specflow/findings'));
    write(`.specflow/findings/${record.id}.json`, silence);
    expect(await runIn(root, strict)).toMatchObject({ code: 1, out: expect.stringContaining('policy/check-removed') });

    // The owner's own, in that commit, holds.
    git(root, 'checkout', '--quiet', 'base', '--', 'contracts');
    git(root, 'add', '.');
    git(root, 'commit', '--quiet', '-m', 'agreed');
    git(root, 'tag', 'agreed');
    write('contracts/c.yml', contract('/harmless/'));
    rmSync(join(root, '.specflow/findings'), { recursive: true });
    const agreed = await runIn(root, ['check', '--policy-from', 'agreed', '--strict', '--format', 'json']);
    expect([agreed.code, JSON.parse(agreed.out).findings]).toEqual([0, []]);
  });

  it('asks that commit which decisions are overdue, and by when they are due', async () => {
    const { root, write } = project();
    const record = openFinding(
      { code: 'secret/rotate', ruleId: 'A-1', file: 'src/a.ts', line: 1, message: 'm', help: null },
      null,
      '2020-01-01',
    );
    const path = `.specflow/findings/${record.id}.json`;
    mkdirSync(join(root, '.specflow/findings'));
    write(path, printFinding(record));
    git(root, 'add', '.');
    git(root, 'commit', '--quiet', '-m', 'found');
    git(root, 'tag', 'found');
    const asked = ['check', '--policy-from', 'found', '--findings'];
    const late = { code: 1, err: expect.stringContaining(`${record.id}  secret/rotate`) };

    const decision = { kind: 'dismissed' as const, day: '2026-01-01', reason: 'trust me' };
    write(path, printFinding({ ...record, decision }));
    expect(await runIn(root, asked)).toMatchObject(late);
    rmSync(join(root, path));
    expect(await runIn(root, asked)).toMatchObject(late);
    write('.specflow/config.json', '{ "findings": { "decide_within_days": 3650 } }');
    expect(await runIn(root, asked)).toMatchObject(late);
    expect((await runIn(root, ['check', '--findings'])).code).toBe(0);
  });

  it('is refused by a watch, which judges by the project itself', async () => {
    const watched = await runIn(project().root, ['check', '--watch', '--policy-from', 'base']);
    expect(watched).toMatchObject({ code: 2, err: expect.stringContaining('usage/conflicting-option') });
  });

  it('does so where all contracts are gone, or the configuration is broken or excludes everything', async () => {
    const { root, write } = project();
    rmSync(join(root, 'contracts'), { recursive: true });
    write('src/a.ts', 'evil\n');
    write('.specflow/config.json', '{ "exclude": ["**"] }');
    const judged = await runIn(root, ['check', '--policy-from', 'base']);
    expect(judged.code).toBe(1);
    expect(judged.out).toContain('policy/rule-removed');
    expect(judged.out).toContain('policy/exclude-widened');
    write('.specflow/config.json', '{ "exclud');
    const broken = await runIn(root, ['check', '--policy-from', 'base']);
    expect([broken.code, broken.out.includes('policy/config-unusable')]).toEqual([1, true]);
  });

  it('says of a contract that nobody can read any more that it is that, and not that its rules are gone', async () => {
    const { root, write } = project();
    write('contracts/c.yml', contract('[/evil/'));
    write('contracts/d.yml', contract('/good/').replace('A-1', 'B-1').replace('id: c', 'id: d'));
    const judged = await runIn(root, ['check', '--policy-from', 'base', '--format', 'json']);
    expect(judged.code).toBe(0);
    expect(JSON.parse(judged.out).findings).toMatchObject([
      { code: 'policy/contract-unusable', file: 'contracts/c.yml', line: 7 },
    ]);
    expect((await runIn(root, ['check', '--policy-from', 'base', '--strict'])).code).toBe(1);
  });

  it('takes no contract, baseline or store from the disk that the commit does not hold', async () => {
    const { root, write } = project();
    write('contracts/d.yml', contract('/fine/').replace('A-1', 'B-1').replace('id: c', 'id: d'));
    write('src/a.ts', 'evil\n');
    const made = await runIn(root, ['baseline', 'create']);
    expect(made.code).toBe(0);
    const judged = await runIn(root, ['check', '--policy-from', 'base', '--format', 'json']);
    expect(JSON.parse(judged.out)).toMatchObject({
      summary: { rules: 1, errors: 1 },
      findings: [{ code: 'policy/baseline-grown', ruleId: 'A-1' }],
    });
  });

  it('passes what is clean, and fails with --strict on what is weaker', async () => {
    const { root, write } = project();
    expect((await runIn(root, ['check', '--policy-from', 'base', '--strict'])).code).toBe(0);
    write('contracts/c.yml', contract('/evil/', 'src/b/**'));
    expect((await runIn(root, ['check', '--policy-from', 'base'])).code).toBe(0);
    const strict = await runIn(root, ['check', '--policy-from', 'base', '--strict']);
    expect(strict.code).toBe(1);
    expect(strict.err).toContain('policy/scope-narrowed');
  });

  it('with --staged, compares what is staged', async () => {
    const { root, write } = project();
    write('contracts/c.yml', contract('/harmless/'));
    write('src/a.ts', '// specflow-ignore-next-line A-1 -- why not\nevil\n');
    git(root, 'add', '.');
    git(root, 'restore', '--worktree', '--source=base', '.');
    const judged = await runIn(root, ['check', '--staged', '--policy-from', 'base', '--format', 'json']);
    expect(judged.code).toBe(1);
    const found = JSON.parse(judged.out);
    expect(found.violations).toMatchObject([{ ruleId: 'A-1', line: 2, exempt: null }]);
    expect(found.findings.map((each: { readonly code: string }) => each.code).sort()).toEqual([
      'policy/check-removed',
      'policy/suppression-added',
      'suppression/not-allowed',
    ]);
  });

  it.each([
    ['a contract', 'contracts/c.yml', '../shared/c.yml'],
    ['a link to a link', 'contracts/c.yml', '../shared/again.yml'],
    ['their folder', 'contracts', 'shared'],
    ['their folder, of links', 'contracts', 'linked'],
  ])('follows links within that commit: %s', async (_what, link, target) => {
    const { root, write } = project();
    renameSync(join(root, 'contracts'), join(root, 'shared'));
    symlinkSync('c.yml', join(root, 'shared/again.yml'));
    mkdirSync(join(root, 'linked'));
    symlinkSync('../shared/c.yml', join(root, 'linked/c.yml'));
    if (link !== 'contracts') mkdirSync(join(root, 'contracts'));
    else rmSync(join(root, 'shared/again.yml'));
    symlinkSync(target, join(root, link));
    commitAll(root);
    git(root, 'tag', '--force', 'base');
    write('shared/c.yml', contract('/harmless/'));
    write('src/a.ts', 'evil\n');
    const judged = await runIn(root, ['check', '--policy-from', 'base', '--format', 'json']);
    expect([judged.code, judged.err]).toEqual([1, '']);
    expect(JSON.parse(judged.out)).toMatchObject({
      violations: [{ ruleId: 'A-1', file: 'src/a.ts' }],
      findings: [{ code: 'policy/check-removed', ruleId: 'A-1' }],
    });
  });

  it.each([
    ['a contract', 'contracts/d.yml', 'contract/unreadable'],
    ['a folder of contracts', 'docs/contracts', 'contract/unreadable'],
    ['the configuration', '.specflow/config.json', 'config/unreadable'],
  ])('refuses a link out of that commit, which may lead to the change: %s', async (_what, link, code) => {
    const { root } = project();
    mkdirSync(join(root, 'docs'));
    rmSync(join(root, link), { force: true });
    symlinkSync(join(root, '../elsewhere'), join(root, link));
    commitAll(root);
    const refused = await runIn(root, ['check', '--policy-from', 'HEAD']);
    expect([refused.code, `${refused.out}${refused.err}`.includes(code)]).toEqual([2, true]);
  });

  it.each(['contracts/shared', 'docs/contracts'])('refuses contracts of a submodule: %s', async (path) => {
    const { root } = project();
    git(root, 'update-index', '--add', '--cacheinfo', `160000,${git(root, 'rev-parse', 'HEAD').trim()},${path}`);
    git(root, 'commit', '--quiet', '--message=x');
    const refused = await runIn(root, ['check', '--policy-from', 'HEAD', '--format', 'json']);
    expect(refused.code).toBe(2);
    expect(JSON.parse(refused.out).problems).toMatchObject([{ code: 'contract/unreadable', file: path }]);
  });

  it('takes a link to nothing, or to a folder around it, for none where no contract is asked for', async () => {
    const { root } = project();
    symlinkSync('..', join(root, 'src/loop'));
    symlinkSync('nowhere', join(root, 'contracts/README.md'));
    symlinkSync('nowhere', join(root, 'src/nowhere'));
    commitAll(root);
    const judged = await runIn(root, ['check', '--policy-from', 'HEAD', '--format', 'json']);
    expect([judged.code, JSON.parse(judged.out).summary.rules]).toEqual([0, 1]);
  });

  it.each(['nowhere', '-x', ''])('refuses a commit git does not know: %j', async (ref) => {
    const { root } = project();
    const refused = await runIn(root, ['check', `--policy-from=${ref}`]);
    expect([refused.code, refused.err.includes('git/unknown-ref')]).toEqual([2, true]);
  });

  it('works from a project below the top of the repository', async () => {
    const root = makeRepository({
      'pkg/contracts/c.yml': contract('/evil/'),
      'pkg/.specflow/config.json': '{}',
      'pkg/src/a.ts': 'evil\n',
    });
    git(root, 'add', '.');
    git(root, 'commit', '--quiet', '-m', 'x');
    rmSync(join(root, 'pkg/contracts/c.yml'));
    const judged = await runIn(join(root, 'pkg'), ['check', '--policy-from', 'HEAD']);
    expect(judged.code).toBe(1);
  });
});
