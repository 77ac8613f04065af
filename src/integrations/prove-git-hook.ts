import { join } from 'node:path';
import { runCommand } from '../platform/processes/run-command.js';
import { withTemporaryFolder } from '../platform/scratch/temporary-folder.js';
import { PROBE_CONTRACT, PROBE_RULE } from './probe-contract.js';
import type { Proof } from './prove-hook.js';

const TIMEOUT_MS = 60_000;

/**
 * Runs our block of a pre-commit hook in a temporary repository, once with a violation staged and once without.
 * @param block one that is as we write it: anything else is not for us to run
 * @param root of the project, whose packages hold the program the block starts
 */
export function proveGitHook(block: string, root: string, rootBelowTop: string): Promise<Proof> {
  const below = (path: string): string => (rootBelowTop === '' ? path : `${rootBelowTop}/${path}`);
  const content = {
    files: { [below('contracts/probe.yml')]: PROBE_CONTRACT, [below('probe.txt')]: 'violating\n' },
    links: { [below('node_modules')]: join(root, 'node_modules') },
  };
  return withTemporaryFolder(content, async (folder) => {
    const run = (...argv: readonly string[]) => runCommand(argv, { cwd: folder, timeoutMs: TIMEOUT_MS });
    for (const step of [
      ['init', '--quiet'],
      ['add', '--', below('contracts'), below('probe.txt')],
    ]) {
      const end = await run('git', ...step);
      if (end.kind !== 'exited' || end.status !== 0) return { kind: 'fails', reason: 'could not be tried: git failed' };
    }
    const violating = await run('sh', '-c', block);
    if (violating.kind !== 'exited') return { kind: 'fails', reason: 'did not end by itself' };
    if (violating.status !== 1 || !violating.output.includes(PROBE_RULE)) {
      const lastLine = violating.output.trim().split('\n').at(-1) ?? '';
      return {
        kind: 'fails',
        reason: `let a violation through or broke (exit code ${violating.status}: ${lastLine.slice(0, 200)})`,
      };
    }
    await run('git', 'rm', '--quiet', '--cached', '--', below('probe.txt'));
    const clean = await run('sh', '-c', block);
    return clean.kind === 'exited' && clean.status === 0
      ? { kind: 'fires' }
      : { kind: 'fails', reason: 'stops a commit that breaks nothing' };
  });
}
