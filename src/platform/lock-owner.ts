import { createHash } from 'node:crypto';
import { type JsonNode, parseJson } from '../model/json-document.js';
import type { ProcessIdentity } from './process-identity.js';

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
  const parsed = parseJson(text);
  const field = parsed.kind === 'parsed' ? fieldsOf(parsed.node) : () => undefined;
  const textOf = (key: string): string | null => {
    const node = field(key);
    return node?.kind === 'string' ? node.value : null;
  };
  const pid = field('pid');
  const host = textOf('host');
  const token = textOf('token');
  if (
    pid?.kind !== 'number' ||
    !Number.isSafeInteger(pid.value) ||
    pid.value <= 0 ||
    host === null ||
    !isToken(token)
  ) {
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 32);
    return { token: digest, process: null, purpose: 'something unreadable' };
  }
  const process = { pid: pid.value, host, start: textOf('start'), boot: textOf('boot'), space: textOf('space') };
  return { token, process, purpose: textOf('purpose') ?? 'specflow' };
}

/** It becomes part of a file name. */
function isToken(token: string | null): token is string {
  return token !== null && /^[0-9a-f]{32}$/.test(token);
}

function fieldsOf(node: JsonNode): (key: string) => JsonNode | undefined {
  const members = node.kind === 'object' ? node.members : [];
  return (name) => members.find(({ key }) => key === name)?.value;
}
