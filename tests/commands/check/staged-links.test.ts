import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { commitAll, git, makeRepository } from '../../support/make-repository.js';
import { runIn } from '../../support/run-in-process.js';

const CONTRACT = `contract_meta: { id: c, version: 1 }
rules:
  non_negotiable:
    - id: A-1
      title: First
      scope: ["src/**"]
      behavior:
        forbidden_patterns: [{ pattern: /evil/, message: m }]
        required_patterns: [{ pattern: /license/, message: n }]
`;

const STAGED = ['check', '--staged', '--format', 'json'];

let root: string;

beforeEach(() => {
  root = makeRepository({
    'contracts/c.yml': CONTRACT,
    'src/a.ts': '// license\n',
    'src/b.ts': 'fine\n',
    'real.ts': 'evil // license\n',
    '.gitignore': '.specflow/\n',
  });
  commitAll(root);
});

function stageLink(path: string): void {
  rmSync(join(root, path), { force: true });
  symlinkSync('../real.ts', join(root, path));
  git(root, 'add', '--all');
}

describe('a link that is staged', () => {
  it.each(['src/new.ts', 'src/b.ts'])('is named as not looked at, as without --staged: %s', async (path) => {
    stageLink(path);
    for (const asked of [STAGED, STAGED, [...STAGED, '--no-cache'], ['check', '--format', 'json']]) {
      const { code, out } = await runIn(root, asked);
      expect([asked, code]).toEqual([asked, 0]);
      expect(JSON.parse(out).findings).toMatchObject([{ code: 'file/not-a-file', file: path }]);
    }
  });

  it('is no file that could hold what a rule requires', async () => {
    expect((await runIn(root, STAGED)).code).toBe(0);
    stageLink('src/a.ts');
    for (const asked of [STAGED, STAGED, [...STAGED, '--no-cache'], ['check', '--format', 'json']]) {
      const { code, out } = await runIn(root, asked);
      expect([asked, code]).toEqual([asked, 1]);
      expect(JSON.parse(out).violations).toMatchObject([{ ruleId: 'A-1', kind: 'required' }]);
    }
  });

  it('says nothing where no rule asks for it', async () => {
    stageLink('other.ts');
    expect(JSON.parse((await runIn(root, STAGED)).out).findings).toEqual([]);
  });
});
