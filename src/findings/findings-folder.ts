import { join } from 'node:path';
import type { Problem } from '../model/problem.js';
import { namesIn } from '../platform/own-files.js';
import { readText } from '../platform/read-text.js';
import type { Save } from '../platform/save-together.js';
import type { FindingRecord } from './finding-record.js';
import { parseFinding, printFinding } from './parse-finding.js';

const FINDINGS_FOLDER = '.specflow/findings';
const MAX_BYTES = 1024 * 1024;

export interface ReadFindings {
  /** By file name. */
  readonly records: readonly FindingRecord[];
  readonly problems: readonly Problem[];
}

/** All findings of a project. One that cannot be read is a problem: it may be a dismissal, or overdue. */
export function readFindings(root: string): ReadFindings {
  const records: FindingRecord[] = [];
  const problems: Problem[] = [];
  for (const name of namesIn(root, FINDINGS_FOLDER)) {
    if (!name.endsWith('.json')) continue;
    const path = `${FINDINGS_FOLDER}/${name}`;
    const read = readText(join(root, path), MAX_BYTES);
    const record = read.kind === 'text' ? parseFinding(read.text) : read.detail;
    if (typeof record === 'string') problems.push(unreadable(path, record));
    else if (findingPath(record.id) === path) records.push(record);
    else problems.push(unreadable(path, `its "id" is ${record.id}, which is not the name of the file`));
  }
  return { records, problems };
}

function unreadable(file: string, why: string): Problem {
  return {
    code: 'finding/unreadable',
    severity: 'invalid',
    file,
    line: null,
    column: null,
    message: `This finding cannot be read: ${why}.`,
    help: 'Restore it from version control, or delete it; "specflow findings sync" writes what is still so.',
  };
}

export function findingPath(id: string): string {
  return `${FINDINGS_FOLDER}/${id}.json`;
}

export function findingSave(record: FindingRecord): Save {
  return { path: findingPath(record.id), text: printFinding(record) };
}
