import { usageError } from '../../model/problem.js';
import { type WriteResult, whyNotWritten } from '../../platform/files/write-result.js';

/** @throws UsageError unless the file was written */
export function requireWritten(file: string, result: WriteResult): void {
  if (result.kind === 'written') return;
  throw usageError(
    'file/not-written',
    `${file} could not be written: ${whyNotWritten(result)}.`,
    `${remedyOf(result)} and run the command again.`,
  );
}

function remedyOf(result: Exclude<WriteResult, { readonly kind: 'written' }>): string {
  const code = result.kind === 'failed' ? /\bE[A-Z]+$/.exec(result.error)?.[0] : undefined;
  return REMEDIES[code ?? ''] ?? 'Put that right';
}

const UNWRITABLE = 'Make the file and its folder writable for this user';
const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: UNWRITABLE,
  EPERM: UNWRITABLE,
  EROFS: 'Make the file system writable, which is mounted for reading alone,',
  ENOSPC: 'Make room on the disk',
  EDQUOT: 'Make room within your quota of the disk',
  ENOTDIR: 'Move the file away that stands where a folder has to be',
};
