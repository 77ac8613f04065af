import { spawn } from 'node:child_process';
import { errorCode } from '../error-code.js';
import { type GitAnswer, INERT, MAX_OUTPUT_BYTES, TIMEOUT_MS } from './run-git.js';

/** Starts git at once, as `RunGit` runs it, so that other work can be done until it answers. Never rejects. */
export function runGitAhead(
  folder: string,
  environment: Record<string, string>,
  args: readonly string[],
): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const child = spawn('git', [...INERT, ...args], {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: TIMEOUT_MS,
      windowsHide: true,
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let bytes = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_OUTPUT_BYTES) child.kill();
      else stdout.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', (error) =>
      resolve(
        errorCode(error) === 'ENOENT'
          ? { kind: 'not-installed' }
          : { kind: 'failed', status: null, stderr: error.message },
      ),
    );
    child.on('close', (status) => {
      const said = Buffer.concat(stderr).toString('utf8').trim();
      if (status === 0) resolve({ kind: 'ok', stdout: Buffer.concat(stdout), stderr: said });
      else resolve({ kind: 'failed', status, stderr: said });
    });
  });
}
