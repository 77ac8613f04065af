import { WRITTEN, type WriteResult } from '../platform/files/write-result.js';
import { removeOwnFile } from '../platform/state/own-files.js';
import { saveTogether } from '../platform/state/save-together.js';
import type { FindingRecord } from './finding-record.js';
import { FINDINGS_FOLDER, readStates } from './findings-folder.js';
import { findingDigest, printFinding } from './parse-finding.js';

/** Makes the folder hold these records in place of whatever it held of them. To be called under the store lock. */
export function writeFindings(root: string, records: readonly FindingRecord[]): WriteResult {
  const saves = records.map((record) => ({ path: pathOf(record), text: printFinding(record) }));
  const written = saveTogether(root, saves);
  if (written.kind !== 'written') return written;
  return removeStates(root, new Set(records.map(({ id }) => id)), new Set(saves.map(({ path }) => path)));
}

/** Takes findings away. To be called under the store lock. */
export function removeFindings(root: string, ids: ReadonlySet<string>): WriteResult {
  return removeStates(root, ids, new Set());
}

function pathOf(record: FindingRecord): string {
  return `${FINDINGS_FOLDER}/${record.id}-${findingDigest(record)}.json`;
}

function removeStates(root: string, ids: ReadonlySet<string>, kept: ReadonlySet<string>): WriteResult {
  if (ids.size === 0) return WRITTEN;
  for (const { path, record } of readStates(root).states) {
    if (!ids.has(record.id) || kept.has(path)) continue;
    const removed = removeOwnFile(root, path);
    if (removed.kind !== 'written') return removed;
  }
  return WRITTEN;
}
