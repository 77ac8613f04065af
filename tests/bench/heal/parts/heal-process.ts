import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Files } from '../read-cases.js';

export interface ProcessRun {
  readonly milliseconds: number;
  readonly healed: number;
}

/**
 * One `specflow heal` of files in a folder of their own, from the start of the process to its end.
 * @returns null where the program has not been built
 */
export function healProcess(root: string, files: Files, contract: string, store: string): ProcessRun | null {
  const cli = path.join(root, 'dist/cli.cjs');
  if (!existsSync(cli)) return null;
  const folder = mkdtempSync(path.join(tmpdir(), 'specflow-speed-'));
  try {
    const own = [
      ['.specflow/config.json', JSON.stringify({ contracts: ['contracts/*.yml'] })],
      ['.specflow/fix-patterns.json', store],
      ['contracts/contract.yml', contract],
    ] as const;
    for (const [file, text] of [...own, ...files]) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    const start = performance.now();
    const argv = [cli, 'heal', '--allow-ci', '--quiet', '-o', 'json=report.json'];
    const { status, stderr } = spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8' });
    const milliseconds = performance.now() - start;
    if (status === null || status > 1) throw new Error(`heal ended with ${status}:\n${stderr.slice(-2000)}`);
    const report: { readonly results: readonly { readonly status: string }[] } = JSON.parse(
      readFileSync(path.join(folder, 'report.json'), 'utf8'),
    );
    return { milliseconds, healed: report.results.filter((each) => each.status === 'healed').length };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
