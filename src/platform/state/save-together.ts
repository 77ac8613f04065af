// Several of our own files saved as one: what they are to hold is written down first, so that whoever finds it after
// a kill can finish the job. Only under the store lock, whose next holder looks for what is unfinished before
// anything else.
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { memberValue, parseJson } from '../../model/json-document.js';
import { readText } from '../files/read-text.js';
import { type OwnFile, writeOwnFile, writeOwnFiles } from '../files/write-file.js';
import { WRITTEN, type WriteResult } from '../files/write-result.js';
import { RUNS_FOLDER } from './lock.js';
import { removeOwnFile } from './own-files.js';

/** A file below `.specflow/`. */
export type Save = OwnFile;

interface PlannedSave extends Save {
  /** SHA-256 of what it held before; null where there was none. */
  readonly before: string | null;
}

const UNFINISHED = `${RUNS_FOLDER}/unfinished-save.json`;
const MAX_BYTES = 256 * 1024 * 1024;

/** Writes all of them. When this fails some may be written; the next holder of the store lock writes the rest. */
export function saveTogether(root: string, saves: readonly Save[]): WriteResult {
  const planned = saves.map((save) => ({ ...save, before: digestIn(root, save.path) }));
  const [only, ...others] = planned;
  if (only === undefined) return WRITTEN;
  if (others.length === 0) return writeOwnFile(root, only.path, only.text);
  const noted = writeOwnFile(root, UNFINISHED, `${JSON.stringify({ version: 1, saves: planned })}\n`);
  return noted.kind === 'written' ? carryOut(root, planned) : noted;
}

/** Whether a killed process had begun to save something. */
export function hasUnfinishedSave(root: string): boolean {
  return readText(join(root, UNFINISHED), 0).kind !== 'missing';
}

/**
 * Finishes what a killed process had begun to save. A file that somebody changed since is left as it is.
 * @returns why not, or `written` where all is done or nothing was begun
 */
export function finishSave(root: string): WriteResult {
  const read = readText(join(root, UNFINISHED), MAX_BYTES);
  if (read.kind === 'missing') return WRITTEN;
  const planned = read.kind === 'text' ? parsePlan(read.text) : [];
  const due = planned.filter(({ path, before, text }) => {
    const now = digestIn(root, path);
    return now === before && now !== hash('sha256', text);
  });
  return carryOut(root, due);
}

function carryOut(root: string, saves: readonly Save[]): WriteResult {
  const result = writeOwnFiles(root, saves);
  return result.kind === 'written' ? removeOwnFile(root, UNFINISHED) : result;
}

/** The file is written in one step, so one that makes no sense is not of our making: nothing of it is done. */
function parsePlan(text: string): readonly PlannedSave[] {
  const parsed = parseJson(text);
  const saves = parsed.kind === 'parsed' ? memberValue(parsed.node, 'saves') : null;
  if (saves?.kind !== 'array') return [];
  return saves.items.flatMap((node) => {
    const [path, content, before] = ['path', 'text', 'before'].map((key) => memberValue(node, key));
    if (path?.kind !== 'string' || content?.kind !== 'string') return [];
    if (!isState(path.value)) return [];
    return [{ path: path.value, text: content.value, before: before?.kind === 'string' ? before.value : null }];
  });
}

/** What we keep of our own accord; the configuration is the owner's. */
function isState(path: string): boolean {
  return path.startsWith('.specflow/') && path !== '.specflow/config.json' && !path.startsWith('.specflow/contracts/');
}

/** Null where there is no such file, or none that can be read: then it is not the one we knew. */
function digestIn(root: string, path: string): string | null {
  const read = readText(join(root, path), MAX_BYTES);
  return read.kind === 'text' ? hash('sha256', read.text) : null;
}
