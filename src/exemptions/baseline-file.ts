import { join } from 'node:path';
import type { Finding } from '../model/finding.js';
import { invalid } from '../model/problem.js';
import { readText } from '../platform/files/read-text.js';
import { readTreeText } from '../platform/files/read-tree-text.js';
import type { SourceTree } from '../platform/files/source-tree.js';
import { writeOwnFile } from '../platform/files/write-file.js';
import type { WriteResult } from '../platform/files/write-result.js';
import { type Baseline, EMPTY_BASELINE } from './baseline.js';
import { type ParsedBaseline, parseBaseline } from './parse-baseline.js';
import { printBaseline } from './print-baseline.js';

export const BASELINE_FILE = '.specflow/baseline.json';
/** Room for several hundred thousand entries. */
export const MAX_BASELINE_BYTES = 64 * 1024 * 1024;

export interface BaselineRead extends ParsedBaseline {
  readonly exists: boolean;
  readonly findings: readonly Finding[];
}

/**
 * The baseline of a project; an empty one where there is none. One that cannot be read or used is a problem.
 * @param staged the git index: what it does not hold excuses nothing that is staged
 */
export function readBaselineFile(root: string, staged?: SourceTree): BaselineRead {
  const path = join(root, BASELINE_FILE);
  const read = staged ? readTreeText(staged, BASELINE_FILE, MAX_BASELINE_BYTES) : readText(path, MAX_BASELINE_BYTES);
  if (read.kind === 'text') return { ...parseBaseline(BASELINE_FILE, read.text), exists: true, findings: [] };
  if (read.kind === 'missing') {
    const isOnDiskAlone =
      staged !== undefined && !staged.standsAlone && readText(path, MAX_BASELINE_BYTES).kind !== 'missing';
    return { baseline: EMPTY_BASELINE, problems: [], exists: false, findings: isOnDiskAlone ? [NOT_STAGED] : [] };
  }
  const problem = invalid(
    'baseline/unreadable',
    BASELINE_FILE,
    `The baseline cannot be read: ${read.detail}.`,
    'Make it a readable UTF-8 file, or restore it from version control.',
  );
  return { baseline: null, problems: [problem], exists: true, findings: [] };
}

/** Replaces the baseline as a whole. */
export function writeBaselineFile(root: string, baseline: Baseline): WriteResult {
  return writeOwnFile(root, BASELINE_FILE, printBaseline(baseline));
}

const NOT_STAGED: Finding = {
  code: 'baseline/not-staged',
  ruleId: null,
  file: BASELINE_FILE,
  line: null,
  message: 'The baseline is not in the git index, so it excuses nothing that is staged.',
  help: 'git add it, so that everybody knows what it knows.',
};
