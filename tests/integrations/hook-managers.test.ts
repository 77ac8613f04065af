import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { activation, createConfiguration, planHook } from '../../src/integrations/hook-managers.js';

const ROOT = join(import.meta.dirname, '../..');

let top: string;
beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'specflow-managers-')));
  mkdirSync(join(top, '.git'));
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

const placeOf = (rootBelowTop = '', hooks = '.git/hooks') => ({
  hooksDirectory: join(top, hooks),
  root: join(top, rootBelowTop),
  rootBelowTop,
});
const CHECK = 'npx --no-install specflow check --staged';

describe.each([
  ['lefthook', 'lefthook.yml'],
  ['pre-commit', '.pre-commit-config.yaml'],
] as const)('%s', (manager, name) => {
  it('gets a configuration where it has none, and keeps it', () => {
    const plan = planHook(manager, placeOf());
    if (plan.kind !== 'create') throw new Error(`not created: ${plan.kind}`);
    expect(plan.file).toBe(join(top, name));
    expect(createConfiguration(plan, placeOf())).toEqual({ kind: 'written' });
    expect(readFileSync(join(top, name), 'utf8')).toBe(plan.text);
    expect(planHook(manager, placeOf())).toEqual({ kind: 'kept', file: join(top, name) });
  });

  it('knows the job of each project of a repository from that of another', () => {
    const folders = ['packages/a', "it's/b b", ''];
    for (const folder of folders) {
      const plan = planHook(manager, placeOf(folder));
      if (plan.kind === 'create') writeFileSync(join(top, name), plan.text);
      else {
        if (plan.kind !== 'print') throw new Error(`not to be added: ${plan.kind}`);
        const job = plan.lines.split(/^(?= +- (?:name|id):)/m).at(-1);
        writeFileSync(join(top, name), `${readFileSync(join(top, name), 'utf8')}${job}`);
      }
      expect(() => parse(readFileSync(join(top, name), 'utf8'))).not.toThrow();
    }
    for (const folder of folders) expect([folder, planHook(manager, placeOf(folder)).kind]).toEqual([folder, 'kept']);
    for (const folder of ['packages', 'packages/ab', 'b'])
      expect(planHook(manager, placeOf(folder)).kind).toBe('print');
  });

  it('shows what to add to a configuration of somebody else, and leaves it', () => {
    writeFileSync(join(top, name), '# specflow should come here\n');
    expect(planHook(manager, placeOf())).toMatchObject({
      kind: 'print',
      file: join(top, name),
      lines: expect.stringContaining('specflow check --staged'),
    });
  });

  it('is named with the command that lets git know of it', () => {
    expect(activation(manager, placeOf())).toContain(`${manager} install`);
  });
});

it('tells the named commands of lefthook apart', () => {
  const eslint = '    eslint:\n      root: "packages/b/"\n      run: npx eslint .\n';
  const ours = '    specflow:\n      skip:\n        - merge\n      run: npx --no-install specflow check --staged\n';
  const kindFor = (below: string) => planHook('lefthook', placeOf(below)).kind;
  for (const commands of [eslint + ours, ours + eslint]) {
    writeFileSync(join(top, 'lefthook.yml'), `pre-commit:\n  commands:\n${commands}`);
    expect([kindFor(''), kindFor('packages/b')]).toEqual(['kept', 'print']);
  }
});

it('finds the configuration of lefthook under its other names', () => {
  writeFileSync(join(top, '.lefthook.yaml'), 'pre-push: {}\n');
  expect(planHook('lefthook', placeOf())).toMatchObject({ kind: 'print', file: join(top, '.lefthook.yaml') });
});

it('writes jobs that the tools read as meant, also below the top', () => {
  const jobOf = (manager: 'lefthook' | 'pre-commit', folder: string): unknown => {
    const plan = planHook(manager, placeOf(folder));
    return plan.kind === 'create' ? parse(plan.text) : null;
  };
  expect(jobOf('lefthook', '')).toEqual({ 'pre-commit': { jobs: [{ name: 'specflow', run: CHECK }] } });
  expect(jobOf('lefthook', "it's/app")).toEqual({
    'pre-commit': { jobs: [{ name: 'specflow', root: "it's/app/", run: CHECK }] },
  });
  expect(jobOf('pre-commit', '')).toEqual({
    repos: [
      {
        repo: 'local',
        hooks: [
          {
            id: 'specflow',
            name: 'specflow',
            entry: CHECK,
            language: 'system',
            pass_filenames: false,
            always_run: true,
            require_serial: true,
          },
        ],
      },
    ],
  });
  expect(JSON.stringify(jobOf('pre-commit', 'apps/web'))).toContain(`sh -c 'cd '\\\\''apps/web'\\\\'' && ${CHECK}'`);
});

describe('husky', () => {
  it('gets the script where people write theirs, whatever git looks at now', () => {
    const plan = planHook('husky', placeOf());
    expect(plan).toMatchObject({ kind: 'create', file: join(top, '.husky/pre-commit') });
    expect(activation('husky', placeOf())).toBe('npx husky');
    expect(activation('husky', placeOf('', '.husky/_'))).toBeNull();
  });
});

describe('what other projects take from this repository', () => {
  it('is a hook for pre-commit', () => {
    expect(parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'))).toEqual([
      {
        id: 'specflow',
        name: 'specflow',
        description: expect.any(String),
        entry: 'specflow check --staged',
        language: 'node',
        pass_filenames: false,
        always_run: true,
        require_serial: true,
        stages: ['pre-commit'],
        minimum_pre_commit_version: '3.2.0',
      },
    ]);
  });

  it('is an action whose inputs reach the shell as variables only', () => {
    const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
    expect(action.runs.using).toBe('composite');
    expect(Object.keys(action.inputs)).toEqual(['format', 'args', 'working-directory']);
    expect(action.inputs.format.default).toBe('github');
    for (const { run, shell } of action.runs.steps) {
      expect(run).not.toContain('${{');
      expect(run).toContain('specflow check --format "$SPECFLOW_FORMAT" $SPECFLOW_ARGS');
      expect(shell).toBe('bash');
    }
  });
});
