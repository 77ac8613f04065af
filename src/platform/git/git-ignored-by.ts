import { splitNul } from './git-output.js';
import type { RunGit } from './run-git.js';

/**
 * What makes git ignore an untracked path, such as `.gitignore:3: dist/`.
 * @returns null where nothing does
 */
export function gitIgnoredBy(run: RunGit, path: string): string | null {
  const answer = run(['check-ignore', '--verbose', '-z', '--stdin'], `${path}\0`);
  if (answer.kind !== 'ok') return null;
  const [source = '', line = '', pattern = ''] = splitNul(answer.stdout);
  // A pattern that starts with `!` is told too, and takes it back in.
  return source === '' || pattern.startsWith('!') ? null : `${source}:${line}: ${pattern}`;
}
