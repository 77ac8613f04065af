import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { decodeSource } from '../files/decode-source.js';

export type EditedText =
  | { readonly kind: 'edited'; readonly text: string }
  /** `reason` is one clause, about the editor. */
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Lets a person edit a text in their own editor, in a file of its own that nobody else can read.
 * @param path what the text stands for: its name tells the editor the language
 */
export function editText(path: string, text: string, env: Readonly<Record<string, string | undefined>>): EditedText {
  const editor = env.VISUAL || env.EDITOR || (process.platform === 'win32' ? 'notepad' : 'vi');
  const folder = mkdtempSync(join(tmpdir(), 'specflow-edit-'));
  // The name of a file in the repository is nobody's command line.
  const file = join(folder, basename(path).replace(/[^\w.-]/g, '_'));
  try {
    writeFileSync(file, text, { mode: 0o600 });
    // As git does it: the variable may hold arguments, so a shell takes it apart, and the file is no part of that text.
    const isWindows = process.platform === 'win32';
    const run = isWindows
      ? spawnSync('cmd.exe', ['/d', '/s', '/c', `"${editor} "${file}""`], {
          stdio: 'inherit',
          windowsVerbatimArguments: true,
        })
      : spawnSync('sh', ['-c', `${editor} "$@"`, editor, file], { stdio: 'inherit' });
    if (run.error) return { kind: 'failed', reason: `could not be started: ${run.error.message}` };
    if (run.status !== 0) return { kind: 'failed', reason: `ended with exit code ${run.status ?? 'none'}` };
    const decoded = decodeSource(readFileSync(file));
    if (decoded.kind !== 'text') return { kind: 'failed', reason: 'left something that is no UTF-8 text' };
    return { kind: 'edited', text: decoded.text };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
