import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type HookPlace,
  type HookPlan,
  installedGitHook,
  installGitHook,
  planGitHook,
} from '../../src/integrations/git-hooks.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'specflow-hooks-'));
  mkdirSync(join(root, '.git'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const plan = (hooks = '.git/hooks', rootBelowTop = ''): HookPlan =>
  planGitHook({ hooksDirectory: join(root, hooks), root: join(root, rootBelowTop), rootBelowTop });

function install(hooks?: string): string {
  const planned = plan(hooks);
  if (planned.kind !== 'create' && planned.kind !== 'extend') throw new Error(`not installable: ${planned.kind}`);
  expect(installGitHook(planned)).toEqual({ kind: 'written' });
  return planned.file;
}

function writeHook(text: string, hooks = '.git/hooks', mode = 0o755): string {
  const file = join(root, hooks, 'pre-commit');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
}

describe('the pre-commit hook', () => {
  it('is created executable, also where there is no hooks folder, and then kept', () => {
    const file = install();
    expect(file).toBe(join(root, '.git/hooks/pre-commit'));
    expect(statSync(file).mode & 0o111).not.toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(
      /^#!\/bin\/sh\n# >>> specflow >>>\n[\s\S]*check --staged\n[\s\S]*exit \$\?\n/,
    );
    expect(plan().kind).toBe('kept');
  });

  it('goes in front of what is there and leaves that byte for byte', () => {
    const file = writeHook('#!/usr/bin/env bash\nset -e\nexec npm test');
    install();
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith('#!/usr/bin/env bash\n# >>> specflow >>>\n')).toBe(true);
    expect(text.endsWith('# <<< specflow <<<\nset -e\nexec npm test')).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o755);
    expect(plan().kind).toBe('kept');
  });

  it('is written where husky lets people write', () => {
    writeHook('npm test\n', '.husky', 0o644);
    expect(install('.husky/_')).toBe(join(root, '.husky/pre-commit'));
    expect(readFileSync(join(root, '.husky/pre-commit'), 'utf8')).toMatch(/<<<\nnpm test\n$/);
  });

  it('enters a project that lies below the top', () => {
    mkdirSync(join(root, "it's/app"), { recursive: true });
    const planned = plan('.git/hooks', "it's/app");
    expect(planned.kind === 'create' && planned.text).toContain(`  cd 'it'\\''s/app' || exit 1\n`);
  });

  it('holds a block for each project of a repository', () => {
    const at = (rootBelowTop: string): HookPlace => ({
      hooksDirectory: join(root, '.git/hooks'),
      root: join(root, rootBelowTop),
      rootBelowTop,
    });
    const folders = ['packages/a', 'packages/ab', ''];
    for (const [index, folder] of folders.entries()) {
      const planned = planGitHook(at(folder));
      expect(planned.kind).toBe(index === 0 ? 'create' : 'extend');
      if (planned.kind === 'create' || planned.kind === 'extend') installGitHook(planned);
    }
    for (const folder of folders) {
      expect(planGitHook(at(folder)).kind).toBe('kept');
      expect(installedGitHook(at(folder))).toMatchObject({ kind: 'ours', isAsWritten: true });
    }
    expect(installedGitHook(at('packages/b')).kind).toBe('other');
    const hook = readFileSync(join(root, '.git/hooks/pre-commit'), 'utf8');
    expect(hook.match(/^ {2}cd .*$/gm)).toEqual(["  cd 'packages/ab' || exit 1", "  cd 'packages/a' || exit 1"]);
    expect(hook.match(/check --staged$/gm)).toHaveLength(6);
  });

  it.each([
    ['a program', '#!/usr/bin/env node\nprocess.exit(0)\n', 0o755, 'not a POSIX shell script'],
    ['no shebang', 'npm test\n', 0o755, 'not a POSIX shell script'],
    ['Windows line ends', '#!/bin/sh\r\nnpm test\r\n', 0o755, 'not a POSIX shell script'],
    ['one that is switched off', '#!/bin/sh\nnpm test\n', 0o644, 'not executable'],
    ['lefthook', '#!/bin/sh\ncall_lefthook run pre-commit\n', 0o755, 'lefthook writes it'],
  ])('refuses %s and leaves it alone', (_, text, mode, reason) => {
    const file = writeHook(text, '.git/hooks', mode);
    const planned = plan();
    expect(planned).toMatchObject({ kind: 'refused', reason: expect.stringContaining(reason) });
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('refuses a folder that other repositories share', () => {
    expect(plan('../shared-hooks')).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('core.hooksPath'),
    });
  });
});
