import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI, makeProject } from '../support/run-cli.js';

const app = {
  'package.json': JSON.stringify({ dependencies: { react: '19' }, devDependencies: { typescript: '5' } }),
  'src/App.tsx': 'export const App = () => <main>Hello</main>\n',
  '.gitignore': 'dist/',
};

describe('init', () => {
  it('writes a setup that works, and keeps all of it when run again', () => {
    const project = makeProject(app, { git: true });
    const before = project.snapshot();
    const dry = project.specflow(['init', '--dry-run']);
    expect(dry.stdout).toContain('would create contracts/security.yml');
    expect(project.snapshot()).toEqual(before);

    const first = project.specflow(['init']);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('TypeScript, React');
    expect(Object.keys(project.snapshot())).toEqual(
      expect.arrayContaining(['.specflow/config.json', '.specflow/fix-patterns.json', 'contracts/accessibility.yml']),
    );
    expect(project.read('.gitignore')).toBe('dist/\n.specflow/runs/\n.specflow/cache/\n');
    const { $schema } = JSON.parse(project.read('.specflow/config.json'));
    expect($schema).toBe('../node_modules/specflow/dist/config-schema.json');
    expect(existsSync(path.join(path.dirname(CLI), path.basename($schema)))).toBe(true);
    expect(project.specflow(['validate']).code).toBe(0);
    expect(project.specflow(['test']).code).toBe(0);
    expect(project.specflow(['check']).code).toBe(0);

    project.write('contracts/security.yml', `${project.read('contracts/security.yml')}# mine\n`);
    const setUp = project.snapshot();
    expect(project.specflow(['init'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('kept         contracts/security.yml'),
    });
    expect(project.snapshot()).toEqual(setUp);
  });

  it('leaves out what a project without a user interface does not need', () => {
    const project = makeProject({ 'src/server.ts': 'export {}\n' });
    project.specflow(['init']);
    expect(Object.keys(project.snapshot())).not.toContain('contracts/accessibility.yml');
  });

  it('installs a hook that stops a bad commit of a package, in the first work tree and in a linked one', () => {
    const project = makeProject(
      {
        ...Object.fromEntries(Object.entries(app).map(([file, text]) => [`pkg/${file}`, text])),
        'pkg/.specflow/config.json': '{}',
        '.gitignore': 'node_modules\nlinked\n',
      },
      { git: true },
    );
    const bin = 'pkg/node_modules/.bin';
    mkdirSync(path.join(project.root, bin), { recursive: true });
    symlinkSync(CLI, path.join(project.root, bin, 'specflow'));
    project.specflow(['init', '--hooks', 'git'], { from: 'pkg' });
    project.git('add', '--all');
    expect(project.git('commit', '--message', 'set up').code).toBe(0);

    project.git('worktree', 'add', '--quiet', 'linked');
    mkdirSync(path.join(project.root, 'linked', bin), { recursive: true });
    symlinkSync(CLI, path.join(project.root, 'linked', bin, 'specflow'));
    for (const tree of ['.', 'linked']) {
      project.write(`${tree}/pkg/src/key.ts`, 'export const apiKey = "sk_live_51Habcdefghijklmnop"\n');
      project.git('-C', tree, 'add', '--all');
      const blocked = project.git('-C', tree, 'commit', '--message', 'bad');
      expect([tree, blocked.code, blocked.stdout + blocked.stderr]).toEqual([
        tree,
        1,
        expect.stringMatching(/^src\/key\.ts:1:14 {2}error {2}SEC-001/m),
      ]);
    }
  });

  it('installs a hook, once, that stops a bad commit and lets a good one through', () => {
    const project = makeProject(app, { git: true });
    mkdirSync(path.join(project.root, 'node_modules/.bin'), { recursive: true });
    symlinkSync(CLI, path.join(project.root, 'node_modules/.bin/specflow'));
    expect(project.specflow(['init', '--hooks', 'git']).stdout).toContain('.git/hooks/pre-commit');
    const hook = project.read('.git/hooks/pre-commit');
    expect(project.specflow(['init', '--hooks', 'git']).code).toBe(0);
    expect(project.read('.git/hooks/pre-commit')).toBe(hook);

    project.write('src/key.ts', 'export const apiKey = "sk_live_51Habcdefghijklmnop"\n');
    project.git('add', 'src/key.ts');
    const blocked = project.git('commit', '--message', 'bad');
    expect(blocked.code).not.toBe(0);
    expect(blocked.stdout + blocked.stderr).toContain('SEC-001');
    project.write('src/key.ts', 'export const apiKey = process.env.API_KEY\n');
    project.git('add', 'src/key.ts');
    expect(project.git('commit', '--message', 'good').code).toBe(0);
  });

  it('says that no starter rule looks at what there is', () => {
    const python = makeProject({ 'app/a.py': 'API_KEY = "abc12345xyz"\n' });
    expect(python.specflow(['init']).stdout).toContain('nothing is checked until you write rules');
    expect(makeProject(app).specflow(['init']).stdout).not.toContain('nothing is checked');
  });

  it('says what a hook needs, and so does the hook where it is not there', () => {
    const project = makeProject({ ...app, 'bin/npx': '#!/bin/sh\nexit 1\n' }, { git: true });
    const missing = 'it stops every commit until specflow is here:\n               npm install --save-dev specflow\n';
    expect(project.specflow(['init', '--hooks', 'git']).stdout).toContain(missing);
    chmodSync(path.join(project.root, 'bin/npx'), 0o755);
    const hook = spawnSync(path.join(project.root, '.git/hooks/pre-commit'), {
      cwd: project.root,
      env: { PATH: `${path.join(project.root, 'bin')}:${process.env.PATH}` },
      encoding: 'utf8',
    });
    expect(hook).toMatchObject({ status: 1, stdout: '' });
    expect(hook.stderr).toBe(
      'specflow is not installed here, so nothing was checked. Run: npm install --save-dev specflow\n',
    );
    mkdirSync(path.join(project.root, 'node_modules/.bin'), { recursive: true });
    symlinkSync(CLI, path.join(project.root, 'node_modules/.bin/specflow'));
    expect(project.specflow(['init', '--hooks', 'git']).stdout).not.toContain(missing);
  });

  it.each(['git', 'husky', 'lefthook', 'pre-commit'])(
    'names its own next step in full after a dry run with --hooks %s',
    (kind) => {
      const project = makeProject(app, { git: true });
      expect(project.specflow(['init', '--dry-run', '--hooks', kind]).stdout).toMatch(
        new RegExp(`Nothing was written\\.\\nNext: specflow init --hooks ${kind}\\n$`),
      );
    },
  );

  it('does not keep a broken store in silence', () => {
    const project = makeProject({ ...app, '.specflow/fix-patterns.json': 'not JSON' });
    expect(project.specflow(['init'])).toMatchObject({
      code: 2,
      stdout: expect.stringMatching(/kept {9}\.specflow\/fix-patterns\.json[\s\S]*Next: specflow validate\n$/),
      stderr: expect.stringContaining('.specflow/fix-patterns.json'),
    });
    expect(project.read('.specflow/fix-patterns.json')).toBe('not JSON');
  });
});
