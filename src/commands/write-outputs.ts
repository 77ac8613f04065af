import { basename, dirname } from 'node:path';
import { usageError } from '../model/problem.js';
import { writeOwnFile } from '../platform/write-file.js';
import type { Reporter } from '../reporters/report.js';
import type { OutputRequest } from './options.js';

/**
 * Writes the reports asked for with `-o`, as wide and plain as a file wants them.
 * @throws UsageError for a place that cannot be written
 */
export function writeOutputs<Report>(
  outputs: readonly OutputRequest[],
  reporters: Readonly<Record<string, Reporter<Report>>>,
  report: Report,
): void {
  for (const { format, path } of outputs) {
    const text = reporters[format]?.render(report, { color: false, width: 100, quiet: false }) ?? '';
    const result = writeOwnFile(dirname(path), basename(path), text);
    if (result.kind === 'written') continue;
    const why = result.kind === 'failed' ? result.error : result.kind === 'refused' ? result.reason : 'it is gone';
    throw usageError('usage/output', `The report cannot be written to ${path}: ${why}.`, 'Name another place after -o.');
  }
}
