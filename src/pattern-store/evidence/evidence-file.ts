import { join } from 'node:path';
import { invalid } from '../../model/problem.js';
import { readText } from '../../platform/files/read-text.js';
import { readTreeText } from '../../platform/files/read-tree-text.js';
import type { SourceTree } from '../../platform/files/source-tree.js';
import { type EvidenceLine, printEvidenceLine } from './evidence-line.js';
import { type ParsedEvidence, parseEvidence } from './parse-evidence.js';

/** One line an event: git can merge it by keeping the lines of both sides. */
export const EVIDENCE_FILE = '.specflow/evidence.jsonl';
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * The evidence of a project, and its text; none where there is no file.
 * @param policy a commit to read it from instead
 */
export function readEvidenceFile(root: string, policy?: SourceTree): ParsedEvidence & { readonly text: string } {
  const read = policy ? readTreeText(policy, EVIDENCE_FILE, MAX_BYTES) : readText(join(root, EVIDENCE_FILE), MAX_BYTES);
  if (read.kind === 'text') return { ...parseEvidence(EVIDENCE_FILE, read.text), text: read.text };
  if (read.kind === 'missing') return { lines: [], problems: [], text: '' };
  const problem = invalid(
    'evidence/unreadable',
    EVIDENCE_FILE,
    `The evidence cannot be read: ${read.detail}.`,
    'Make it a readable UTF-8 file, or restore it from version control.',
  );
  return { lines: null, problems: [problem], text: '' };
}

/** The evidence with lines at its end; those that are there stay as they are, to the byte. */
export function withEvidence(text: string, added: readonly EvidenceLine[]): string {
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  return text + gap + added.map(printEvidenceLine).join('');
}
