import { hash } from 'node:crypto';
import { fieldsOf, isText, parseFields, textOf } from '../../model/fields.js';
import type { ProcessIdentity } from '../processes/process-identity.js';

/** What a lock file says about who holds the lock. */
export interface LockOwner {
  /** Another for every lock ever taken. */
  readonly token: string;
  /** Null where the file says nothing we can read: a power cut may leave it empty. */
  readonly process: ProcessIdentity | null;
  /** What it holds the lock for, such as `specflow heal`. */
  readonly purpose: string;
}

export function printOwner({ token, process, purpose }: LockOwner): string {
  return `${JSON.stringify({ token, purpose, ...process })}\n`;
}

export function parseOwner(text: string): LockOwner {
  const { token, purpose, pid, host, start, boot, space } = fieldsOf(parseFields(text));
  if (!isToken(token) || !isPid(pid) || !isText(host)) {
    const digest = hash('sha256', text).slice(0, 32);
    return { token: digest, process: null, purpose: 'something unreadable' };
  }
  const process = { pid, host, start: textOf(start), boot: textOf(boot), space: textOf(space) };
  return { token, process, purpose: textOf(purpose) ?? 'specflow' };
}

/** It becomes part of a file name. */
function isToken(value: unknown): value is string {
  return isText(value) && /^[0-9a-f]{32}$/.test(value);
}

/** Zero and below mean groups of processes. */
function isPid(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}
