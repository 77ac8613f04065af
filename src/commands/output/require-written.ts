import { usageError } from '../../model/problem.js';
import { type WriteResult, whyNotWritten } from '../../platform/files/write-result.js';

/** @throws UsageError unless the file was written */
export function requireWritten(file: string, result: WriteResult): void {
  if (result.kind === 'written') return;
  throw usageError(
    'file/not-written',
    `${file} could not be written: ${whyNotWritten(result)}.`,
    'Put that right and run the command again.',
  );
}
