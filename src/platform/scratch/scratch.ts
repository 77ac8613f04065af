import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '../error-code.js';
import { readText } from '../files/read-text.js';
import { killMarked } from '../processes/kill-marked.js';
import { isGone, thisProcess } from '../processes/process-identity.js';
import { parseOwner, printOwner } from '../state/lock-owner.js';

/** A folder outside the project for a program that nobody trusts. */
export interface Scratch {
  readonly folder: string;
  /** Variables for all that works in it; by them it is found again, however often it forked. */
  readonly env: Readonly<Record<string, string>>;
  /** Kills what still runs with `env`. */
  endAll(): void;
  /** Empties the folder. */
  clear(): void;
  /** The same as `endAll`, and takes the folder away. */
  remove(): void;
}

const PREFIX = 'specflow-scratch-';
const OWNER = 'owner.json';
const MARK = 'SPECFLOW_SCRATCH';

export function openScratch(purpose: string): Scratch {
  const home = realpathSync(mkdtempSync(join(tmpdir(), PREFIX)));
  const token = randomBytes(16).toString('hex');
  writeFileSync(join(home, OWNER), printOwner({ token, process: thisProcess(), purpose }));
  const folder = join(home, 'project');
  mkdirSync(folder);
  const endAll = (): void => killMarked(MARK, token);
  return {
    folder,
    env: { [MARK]: token },
    endAll,
    clear() {
      discard(folder);
      mkdirSync(folder);
    },
    remove() {
      endAll();
      discard(home);
    },
  };
}

/** Takes away what processes left that were killed, and what they had started. */
export function sweepScratches(): void {
  const here = thisProcess();
  const base = tmpdir();
  for (const name of readdirSync(base).filter((each) => each.startsWith(PREFIX))) {
    const home = join(base, name);
    const stat = lstatSync(home, { throwIfNoEntry: false });
    // In a folder that all users share, somebody else may have made it.
    if (!stat?.isDirectory() || stat.uid !== (process.getuid?.() ?? stat.uid)) continue;
    const read = readText(join(home, OWNER), 64 * 1024);
    const owner = read.kind === 'text' ? parseOwner(read.text) : null;
    if (!owner?.process || !isGone(owner.process, here)) continue;
    killMarked(MARK, owner.token);
    discard(home);
  }
}

/** Folders that were made read-only on the way are opened first. */
function discard(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    if (errorCode(error) !== 'EACCES' && errorCode(error) !== 'EPERM') throw error;
    makeWritable(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function makeWritable(folder: string): void {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) makeWritable(join(folder, entry.name));
  }
}
