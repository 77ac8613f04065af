import { resolve } from 'node:path';
import { usageError } from '../model/problem.js';
import { readText } from '../platform/files/read-text.js';
import type { NamedBlob } from './join-blobs.js';

const MAX_BYTES = 512 * 1024 * 1024;

/**
 * @param path as typed, relative to `cwd`
 * @throws UsageError where there is no such file, or none that can be read
 */
export function readBlobFile(path: string, cwd: string): NamedBlob {
  const read = readText(resolve(cwd, path), MAX_BYTES);
  if (read.kind === 'text') return { name: path, text: read.text };
  throw usageError(
    'report/unreadable-blob',
    `${path} cannot be read: ${read.detail}.`,
    'Name the files that "check --shard … -o blob=path" wrote.',
  );
}
