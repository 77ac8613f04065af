/**
 * The pattern store: fix patterns with the evidence that says how far to trust them. Scoring, parsing and
 * printing are pure and take today's date as an argument; only this file and `review-file.ts` touch the disk.
 * It never decides whether a fix is wanted.
 */
import { join } from 'node:path';
import { invalid } from '../model/problem.js';
import { readText } from '../platform/files/read-text.js';
import { readTreeText } from '../platform/files/read-tree-text.js';
import type { SourceTree } from '../platform/files/source-tree.js';
import { type ParsedStore, parseStore } from './format/parse-store.js';
import { EMPTY_STORE } from './store.js';

export const PATTERN_FILE = '.specflow/fix-patterns.json';
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * The store of a project; an empty one where there is no file. A file that cannot be read is a problem.
 * @param policy a commit to read it from instead
 */
export function readPatternFile(root: string, policy?: SourceTree): ParsedStore {
  const read = policy ? readTreeText(policy, PATTERN_FILE, MAX_BYTES) : readText(join(root, PATTERN_FILE), MAX_BYTES);
  if (read.kind === 'text') return parseStore(PATTERN_FILE, read.text);
  if (read.kind === 'missing') return { store: EMPTY_STORE, problems: [], findings: [] };
  const problem = invalid(
    'pattern-store/unreadable',
    PATTERN_FILE,
    `The pattern store cannot be read: ${read.detail}.`,
    'Make it a readable UTF-8 file, or remove it to start with an empty store.',
  );
  return { store: null, problems: [problem], findings: [] };
}
