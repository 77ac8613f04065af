import { join } from 'node:path';
import { invalid, type Problem } from '../model/problem.js';
import { readText, type TextRead } from '../platform/files/read-text.js';
import { readTreeText } from '../platform/files/read-tree-text.js';
import type { SourceTree } from '../platform/files/source-tree.js';
import { namesOrWhy } from '../platform/state/own-files.js';
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
 * @param commit whose findings count, in place of those on disk
 */
export function readFindings(root: string, commit?: SourceTree): ReadFindings {
  const { states, problems } = commit ? statesOf(filesOf(commit)) : readStates(root);
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
  const names = namesOrWhy(root, FINDINGS_FOLDER);
  if (typeof names === 'string') return { states: [], problems: [closed(names)] };
  return statesOf(
    names.map((name) => ({
      name,
      read: () => readText(join(root, FINDINGS_FOLDER, name), MAX_BYTES),
    })),
  );
}

interface FindingFile {
  readonly name: string;
  read(): TextRead;
}

function filesOf(commit: SourceTree): readonly FindingFile[] {
  const folder = `${FINDINGS_FOLDER}/`;
  const paths = commit.list().filter((path) => path.startsWith(folder) && !path.includes('/', folder.length));
  return paths.map((path) => ({
    name: path.slice(folder.length),
    read: () => readTreeText(commit, path, MAX_BYTES),
  }));
}

function statesOf(files: readonly FindingFile[]): {
  readonly states: readonly State[];
  readonly problems: readonly Problem[];
} {
  const states: State[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const { name } = file;
    if (!name.endsWith('.json')) continue;
    const path = `${FINDINGS_FOLDER}/${name}`;
    const read = file.read();
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

function closed(why: string): Problem {
  return invalid(
    'finding/closed-folder',
    FINDINGS_FOLDER,
    `The findings cannot be read: ${why}.`,
    'Make it a folder of its own that can be read; what is decided there is not known.',
  );
}

function unreadable(file: string, why: string): Problem {
  return invalid(
    'finding/unreadable',
    file,
    `This finding cannot be read: ${why}.`,
    'Restore it from version control, or delete it; "specflow findings sync" writes what is still so.',
  );
}
