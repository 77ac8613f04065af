import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Project } from './read-projects.js';

/** How a project stands by its own measures. */
export interface Health {
  /** Diagnostics of its type check, without their line numbers: healing may move lines. */
  readonly typeErrors: readonly string[];
  readonly passed: ReadonlySet<string>;
  readonly failed: ReadonlySet<string>;
}

const LIMIT = 15 * 60_000;

export function examine(root: string, project: Project): Health {
  return { typeErrors: typeErrors(root, project.types), ...runTests(root, project.tests) };
}

export function start(root: string, [program = '', ...rest]: readonly string[]): { status: number; output: string } {
  // No NODE_OPTIONS and no CI: a project is to behave as on its author's desk.
  const { NODE_OPTIONS: _, CI: __, VITEST: ___, NODE_ENV: ____, ...env } = process.env;
  const ended = spawnSync(program, rest, { cwd: root, env, encoding: 'utf8', timeout: LIMIT, maxBuffer: 1 << 28 });
  if (ended.error) throw ended.error;
  return { status: ended.status ?? 1, output: `${ended.stdout}${ended.stderr}` };
}

function typeErrors(root: string, argv: readonly string[]): readonly string[] {
  const { status, output } = start(root, [...argv, '--pretty', 'false']);
  const errors = output.split('\n').filter((line) => /error TS\d+/.test(line));
  if (status !== 0 && errors.length === 0)
    throw new Error(`${argv.join(' ')} failed in ${root}:\n${output.slice(-2000)}`);
  return errors.map((line) => line.replace(/\(\d+,\d+\)/, '')).sort();
}

function runTests(root: string, argv: readonly string[]): Pick<Health, 'passed' | 'failed'> {
  const folder = mkdtempSync(path.join(tmpdir(), 'specflow-bench-'));
  const out = path.join(folder, 'tests.json');
  try {
    const { output } = start(
      root,
      argv.map((part) => part.replace('{out}', out)),
    );
    if (!existsSync(out)) throw new Error(`${argv.join(' ')} left no report in ${root}:\n${output.slice(-2000)}`);
    return readTestReport(JSON.parse(readFileSync(out, 'utf8')), root);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The JSON that jest and vitest both write. */
function readTestReport(report: unknown, root: string): Pick<Health, 'passed' | 'failed'> {
  const passed = new Set<string>();
  const failed = new Set<string>();
  for (const file of list(report, 'testResults')) {
    const name = path.relative(root, text(file, 'name'));
    const tests = list(file, 'assertionResults');
    if (tests.length === 0 && text(file, 'status') === 'failed') failed.add(name);
    for (const test of tests) {
      const title = `${name} > ${text(test, 'fullName')}`;
      const status = text(test, 'status');
      if (status === 'passed') passed.add(title);
      else if (status === 'failed') failed.add(title);
    }
  }
  return { passed, failed };
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function list(value: unknown, key: string): readonly unknown[] {
  const found = field(value, key);
  return Array.isArray(found) ? found : [];
}

function text(value: unknown, key: string): string {
  const found = field(value, key);
  return typeof found === 'string' ? found : '';
}
