import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** One folder for all that tests leave behind, deleted with the run: the end of a worker tells the tests in it nothing. */
export default function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'specflow-tests-'));
  // What workers and the programs they start take for the temporary directory.
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
