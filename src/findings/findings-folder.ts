import { join } from 'node:path';
import type { Problem } from '../model/problem.js';
import { namesIn } from '../platform/own-files.js';
import { readText } from '../platform/read-text.js';
import type { FindingRecord } from './finding-record.js';
import { mergeFindings } from './merge-findings.js';
import { parseFinding } from './parse-finding.js';

export const FINDINGS_FOLDER = '.specflow/findings';
const MAX_BYTES = 1024 * 1024;

export interface ReadFindings {
  /** By id. */
  readonly records: readonly FindingRecord[];
  readonly problems: readonly Problem[];
}

/**
 * All findings of a project. One that cannot be read is a problem: it may be a dismissal, or overdue.
 *
 * A file is never changed: its name comes from all it says, and another state of the finding is another file, whose
 * writer takes away those it has seen. So git has nothing to merge but files that came and files that went, on
 * whatever branches; where states of several branches meet, together they say what is decided.
 */
export function readFindings(root: string): ReadFindings {
  const { states, problems } = readStates(root);
  const records = new Map<string, FindingRecord>();
  for (const { record } of states) {
    const known = records.get(record.id);
    records.set(record.id, known === undefined ? record : mergeFindings(known, record));
  }
  return { records: [...records.values()], problems };
}

/** What one file says of a finding. */
interface State {
  readonly path: string;
  readonly record: FindingRecord;
}

/** File by file, by name and so by id. */
export function readStates(root: string): { readonly states: readonly State[]; readonly problems: readonly Problem[] } {
  const states: State[] = [];
  const problems: Problem[] = [];
  for (const name of namesIn(root, FINDINGS_FOLDER)) {
    if (!name.endsWith('.json')) continue;
    const path = `${FINDINGS_FOLDER}/${name}`;
    const read = readText(join(root, path), MAX_BYTES);
    const record = read.kind === 'text' ? parseFinding(read.text) : read.detail;
    if (typeof record === 'string') problems.push(unreadable(path, record));
    else if (isNameOf(name, record)) states.push({ path, record });
    else problems.push(unreadable(path, `its "id" is ${record.id}, which the name of the file does not begin with`));
  }
  return { states, problems };
}

/** What follows the id may be anything: a person may have changed the file. */
function isNameOf(name: string, { id }: FindingRecord): boolean {
  return name === `${id}.json` || name.startsWith(`${id}-`);
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
