import { readFileSync } from 'node:fs';
import { start } from './project-health.js';

/** What became of one violation. */
export interface Result {
  readonly ruleId: string;
  readonly healed: boolean;
  /** The condition or gate that said no last. */
  readonly reason: string;
  /** Handed over with the fix of another rule for the same line, as heal does by design. */
  readonly isShared: boolean;
  readonly file: string;
  readonly line: number;
  readonly diff: string;
}

/** Heals a project by the built command line; `report` is where the JSON goes. */
export async function healOnce(cli: string, root: string, report: string): Promise<readonly Result[]> {
  const argv = [process.execPath, cli, 'heal', '--allow-ci', '--quiet', '-o', `json=${report}`];
  const { status, output } = await start(root, argv);
  if (status > 1) throw new Error(`heal ended with ${status} in ${root}:\n${output.slice(-2000)}`);
  const { results }: { readonly results: readonly JsonResult[] } = JSON.parse(readFileSync(report, 'utf8'));
  return results.map(({ ruleId, status: ended, attempts, reason, file, line, diff }) => ({
    ruleId,
    healed: ended === 'healed',
    reason: attempts.at(-1)?.gate ?? 'not-tried',
    isShared: /^Interacts with/.test(reason ?? ''),
    file: file ?? '',
    line: line ?? 0,
    diff: diff ?? '',
  }));
}

/** What is used of a result in `heal --format json`. */
interface JsonResult {
  readonly ruleId: string;
  readonly status: string;
  readonly attempts: readonly { readonly gate: string | null }[];
  readonly reason: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly diff: string | null;
}
