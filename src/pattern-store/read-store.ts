import type { Finding } from '../model/finding.js';
import type { Problem } from '../model/problem.js';
import type { SourceTree } from '../platform/files/source-tree.js';
import { readEvidenceFile } from './evidence/evidence-file.js';
import type { EvidenceLine } from './evidence/evidence-line.js';
import { PATTERN_FILE, readPatternFile } from './pattern-file.js';
import { auditStore, settleStore } from './settle-store.js';
import type { PatternStore } from './store.js';

export interface ReadStore {
  /** With the figures its evidence gives; null when the store or its evidence is broken. */
  readonly store: PatternStore | null;
  readonly lines: readonly EvidenceLine[];
  /** The evidence as it is written, to be added to. */
  readonly evidenceText: string;
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
}

/**
 * The store of a project together with its evidence, by which a store that git merged is right again.
 * @param policy a commit to read both from instead
 */
export function readStore(root: string, policy?: SourceTree): ReadStore {
  const { store, problems, findings } = readPatternFile(root, policy);
  const evidence = readEvidenceFile(root, policy);
  const { lines, text } = evidence;
  const all = [...problems, ...evidence.problems];
  if (store === null || lines === null) {
    return { store: null, lines: [], evidenceText: text, problems: all, findings };
  }
  return {
    store: settleStore(store, lines),
    lines,
    evidenceText: text,
    problems: all,
    findings: [...findings, ...auditStore(store, lines, PATTERN_FILE)],
  };
}
