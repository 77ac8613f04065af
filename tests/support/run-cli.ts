import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NEUTRAL_ENV } from './neutral-env.js';

export const CLI = path.resolve(import.meta.dirname, '../../dist/cli.cjs');

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Buffer;
  /** Folder of the project to start in. */
  readonly from?: string;
}

/** A folder in the temporary directory, deleted with the run of the tests. */
export interface TestProject {
  readonly root: string;
  specflow(args: readonly string[], options?: RunOptions): CliRun;
  git(...args: readonly string[]): CliRun;
  write(file: string, content: string | Buffer): void;
  read(file: string): string;
  /** Every file but those of git, with its bytes: two of them are equal when nothing was written. */
  snapshot(): Readonly<Record<string, string>>;
}

export function makeProject(files: Readonly<Record<string, string>>, options: { git?: boolean } = {}): TestProject {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'specflow-e2e-')));
  const run = (program: string, args: readonly string[], { env, input, from }: RunOptions = {}): CliRun => {
    const result = spawnSync(program, args, {
      cwd: path.join(root, from ?? ''),
      env: { ...NEUTRAL_ENV, ...env },
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      ...(input === undefined ? { stdio: ['ignore', 'pipe', 'pipe'] } : { input }),
    });
    if (result.error) throw result.error;
    return { code: result.status, stdout: result.stdout, stderr: result.stderr };
  };
  const project: TestProject = {
    root,
    specflow: (args, runOptions) => run(process.execPath, [CLI, ...args], runOptions),
    git: (...args) => run('git', args),
    write(file, content) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), content);
    },
    read: (file) => readFileSync(path.join(root, file), 'utf8'),
    snapshot: () =>
      Object.fromEntries(
        filesBelow(root, '').map((file) => [file, readFileSync(path.join(root, file)).toString('latin1')]),
      ),
  };
  for (const [file, content] of Object.entries(files)) project.write(file, content);
  if (options.git) {
    project.git('init', '--quiet');
    project.git('add', '--all');
    project.git('commit', '--quiet', '--message', 'start');
  }
  return project;
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder))
    .filter((name) => name !== '.git')
    .map((name) => path.posix.join(folder, name))
    .flatMap((name) => (statSync(path.join(root, name)).isDirectory() ? filesBelow(root, name) : [name]))
    .sort();
}
