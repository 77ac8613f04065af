import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { installedProject } from '../support/installed-project.js';
import type { CliRun, TestProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT } from '../support/sample-contract.js';

// What is copied into a CI is run here as a runner would: expressions filled in, each step in a bash of its own. Steps
// that only set up the machine are left out; artifacts are files in a folder that all jobs share.

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const artifacts = mkdtempSync(path.join(tmpdir(), 'specflow-artifacts-'));
afterAll(() => rmSync(artifacts, { recursive: true, force: true }));

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nobody knows ${name}`);
    return value;
  });

function runStep(at: TestProject, step: Step, values: Readonly<Record<string, string>>): CliRun {
  const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, fill(text, values)]));
  const script = path.join(at.root, 'node_modules/.step.sh');
  at.write('node_modules/.step.sh', fill(step.run ?? '', values));
  const run = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: path.join(at.root, fill(step['working-directory'] ?? '.', values)),
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: at.root,
      GITHUB_ACTIONS: 'true',
      CI: 'true',
      npm_config_offline: 'true',
      ...env,
    },
  });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

const project = (source: string): TestProject =>
  installedProject({
    'package.json': '{ "name": "shop", "private": true }',
    'contracts/security.yml': SECURITY_CONTRACT,
    'src/a.ts': source,
    'packages/web/src/b.ts': source,
  });

const BAD = 'element.innerHTML = bio\n';
const GOOD = 'element.textContent = bio\n';

describe('the GitHub action', () => {
  const action = parse(read('action.yml'));
  const [step, ...others]: readonly Step[] = action.runs.steps;
  const act = (at: TestProject, inputs: Readonly<Record<string, string>> = {}): CliRun => {
    const values: Record<string, string> = {};
    for (const [name, input] of Object.entries<{ readonly default: string }>(action.inputs)) {
      values[`inputs.${name}`] = inputs[name] ?? input.default;
    }
    return runStep(at, step ?? {}, values);
  };

  it('is one composite step', () => {
    expect(action.runs.using).toBe('composite');
    expect([others, step?.shell]).toEqual([[], 'bash']);
  });

  it('annotates what is wrong and fails, and passes a clean project', () => {
    expect(act(project(BAD))).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^::error file=src\/a\.ts,line=1,/m),
    });
    expect(act(project(GOOD)).code).toBe(0);
  });

  it('takes more arguments, another format and another folder', () => {
    const at = project(GOOD);
    at.git('branch', 'base');
    at.write('src/new.ts', BAD);
    expect(act(at, { args: '--since base --strict', format: 'compact' })).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('src/new.ts'),
    });
    const nested = project(GOOD);
    nested.write('packages/web/contracts/web.yml', SECURITY_CONTRACT.replaceAll('SEC-', 'WEB-'));
    nested.write('packages/web/src/b.ts', BAD);
    expect(act(nested, { 'working-directory': 'packages/web' }).stdout).toContain('WEB-003');
  });

  it('runs nothing that stands in an input', () => {
    const at = project(GOOD);
    const hostile = '; touch evil $(touch evil) `touch evil` && touch evil "; touch evil; "';
    act(at, { args: hostile });
    act(at, { format: hostile });
    expect(existsSync(path.join(at.root, 'evil'))).toBe(false);
  });
});

/** Runs the jobs of a workflow in turn; answers the last run of each. */
function runWorkflow(at: TestProject, text: string): Readonly<Record<string, CliRun>> {
  const ends: Record<string, CliRun> = {};
  const jobs: Record<string, { readonly steps: readonly Step[]; readonly strategy?: { matrix: { shard: number[] } } }> =
    parse(text).jobs;
  for (const [name, { steps, strategy }] of Object.entries(jobs)) {
    for (const shard of strategy?.matrix.shard ?? [0]) {
      const values = { 'matrix.shard': String(shard) };
      for (const step of steps) {
        const file = fill(step.with?.path ?? '', values);
        if (step.uses?.startsWith('actions/upload-artifact')) {
          cpSync(path.join(at.root, file), path.join(artifacts, path.basename(file)));
          rmSync(path.join(at.root, file));
        } else if (step.uses?.startsWith('actions/download-artifact')) {
          mkdirSync(path.join(at.root, file), { recursive: true });
          cpSync(artifacts, path.join(at.root, file), { recursive: true });
        } else if (step.run !== undefined && step.run !== 'npm ci') {
          const end = runStep(at, step, values);
          ends[name] = end;
          // A failing step ends its job.
          if (end.code !== 0) break;
        }
      }
      if (ends[name]?.code !== 0) break;
    }
  }
  return ends;
}

describe('the templates', () => {
  it('github.yml annotates, and leaves the report that is uploaded', () => {
    const at = project(BAD);
    const { specflow } = runWorkflow(at, read('templates/ci/github.yml'));
    expect(specflow).toMatchObject({ code: 1, stdout: expect.stringContaining('::error file=src/a.ts') });
    expect(JSON.parse(at.read('specflow.sarif')).version).toBe('2.1.0');
  });

  it('github-sharded.yml says what one machine would have said', () => {
    const at = project(BAD);
    at.write('src/c.ts', BAD);
    at.write('src/d.ts', GOOD);
    const whole = at.specflow(['check', '--format', 'github']);
    const { check, report } = runWorkflow(at, read('templates/ci/github-sharded.yml'));
    expect(check?.code).toBe(0);
    expect(report).toMatchObject({ code: 1, stdout: whole.stdout });
    expect(whole.code).toBe(1);
  });

  it('github-sharded.yml fails a shard that could not look', () => {
    const at = project(GOOD);
    at.write('contracts/broken.yml', 'rules: [');
    expect(runWorkflow(at, read('templates/ci/github-sharded.yml')).check?.code).not.toBe(0);
  });

  it('gitlab.yml leaves the artifact it names', () => {
    const at = project(BAD);
    const { script, artifacts: kept } = parse(read('templates/ci/gitlab.yml')).specflow;
    const [install, ...rest]: readonly string[] = script;
    expect(install).toBe('npm ci');
    expect(rest.map((run) => runStep(at, { run }, {}).code)).toEqual([1]);
    expect(JSON.parse(at.read(kept.reports.codequality))).toMatchObject([{ check_name: 'SEC-003' }]);
  });

  it('turbo.json and nx.json name the report that the script of a package writes', () => {
    const script = /"specflow": "(specflow check [^"]+)"/.exec(read('README.md'))?.[1] ?? '';
    const at = project(BAD);
    expect(runStep(at, { run: `npx --no-install ${script}` }, {}).code).toBe(1);
    const { outputs, inputs } = JSON.parse(read('templates/ci/turbo.json')).tasks.specflow;
    expect(outputs.map((file: string) => existsSync(path.join(at.root, file)))).toEqual([true]);
    expect(inputs).toEqual(expect.arrayContaining(['$TURBO_DEFAULT$', 'contracts/**', '.specflow/**']));
    const nx = JSON.parse(read('templates/ci/nx.json')).targetDefaults.specflow;
    expect(nx.outputs).toEqual(outputs.map((file: string) => `{projectRoot}/${file}`));
  });
});
