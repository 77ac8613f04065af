import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../support/make-folder.js';
import { type ProcessEnd, runProcess } from './run-process.js';
import type { Subject } from './subject.js';

/** A repository whose pre-commit hook is `specflow check --staged`, unless it has none. */
export interface HookedRepository {
  readonly folder: string;
  /** Runs git, whatever comes of it. */
  git(args: readonly string[], input?: string): Promise<ProcessEnd>;
  write(file: string, text: string): void;
  read(file: string): string;
  /** How often the hook has run. */
  hookRuns(): number;
}

const EVENTS = ['pre-commit', 'pre-merge-commit'];

/**
 * @param subject null for a repository without a hook
 * @param files committed before the hook is there
 */
export async function makeHookedRepository(
  subject: Subject | null,
  files: Readonly<Record<string, string>>,
): Promise<HookedRepository> {
  const folder = makeFolder(files);
  const hooks = makeFolder({ log: '' });
  const git = (args: readonly string[], input?: string): Promise<ProcessEnd> =>
    runProcess('git', ['-c', 'protocol.file.allow=always', '-c', 'core.editor=true', ...args], {
      cwd: folder,
      ...(input === undefined ? {} : { input }),
    });
  await git(['init', '--quiet', '--initial-branch=main']);
  await git(['add', '--all']);
  await git(['commit', '--quiet', '--message', 'start']);
  if (subject !== null) {
    const script = `#!/bin/sh\necho ran >> '${hooks}/log'\nexec '${process.execPath}' '${subject.cli}' check --staged\n`;
    for (const event of EVENTS) writeFileSync(join(hooks, event), script, { mode: 0o755 });
    await git(['config', 'core.hooksPath', hooks]);
  }
  return {
    folder,
    git,
    write(file, text) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    },
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    hookRuns: () => readFileSync(join(hooks, 'log'), 'utf8').split('ran').length - 1,
  };
}
