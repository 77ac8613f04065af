import { basename, dirname, isAbsolute, relative, sep } from 'node:path';
import { usageError } from '../../model/problem.js';
import { writeOwnFile } from '../../platform/files/write-file.js';
import { type WriteResult, whyNotWritten } from '../../platform/files/write-result.js';
import type { Reporter } from '../../reporters/report.js';
import type { OutputRequest } from '../options/options.js';

/**
 * Writes the reports asked for with `-o`, as wide and plain as a file wants them.
 * @throws UsageError for a place that cannot be written
 */
export function writeOutputs<Report>(
  outputs: readonly OutputRequest[],
  reporters: Readonly<Record<string, Reporter<Report>>>,
  report: Report,
  cwd: string,
): void {
  for (const { format, path } of outputs) {
    const reporter = reporters[format];
    const text = reporter?.render(report, { color: false, width: 100, quiet: false }) ?? '';
    const result = writeAt(path, text, cwd, reporter?.isPrivate ? 0o600 : 0o666);
    if (result.kind === 'written') continue;
    const why = result.kind === 'changed' ? 'there is no such folder' : whyNotWritten(result);
    throw usageError(
      'usage/output',
      `The report cannot be written to ${path}: ${why}.`,
      'Name another place after -o.',
    );
  }
}

/** Folders are made below the current one only; elsewhere a misspelt path must not litter. */
function writeAt(path: string, text: string, cwd: string, mode: number): WriteResult {
  const below = relative(cwd, path);
  return below.startsWith('..') || isAbsolute(below)
    ? writeOwnFile(dirname(path), basename(path), text, mode)
    : writeOwnFile(cwd, below.split(sep).join('/'), text, mode);
}
