import type { Severity } from '../../model/contract.js';
import type { Problem } from '../../model/problem.js';
import type { ContractSource } from '../contract-source.js';
import { complaints } from '../problem-catalogue.js';
import { scalarOf, textOf, type YamlNode } from '../yaml/yaml-node.js';

/** Words that projects use for severities. */
const WORDS: Readonly<Record<Severity, readonly string[]>> = {
  error: ['error', 'critical', 'blocker', 'high'],
  warning: ['warning', 'warn', 'important', 'medium', 'minor', 'low', 'info'],
};

/** What a rule says of its severity; null where it says nothing, or nothing that is known. */
export function readSeverity(rule: YamlNode): Severity | null {
  const word = textOf(rule, 'severity')?.toLowerCase() ?? '';
  if (WORDS.error.includes(word)) return 'error';
  return WORDS.warning.includes(word) ? 'warning' : null;
}

/**
 * A word that says nothing of errors and warnings, such as upstream's `future`, costs no rule; but that it counts for
 * nothing must be seen, for it may be a misspelt `error`.
 */
export function checkSeverity(rule: YamlNode, counted: Severity, source: ContractSource): readonly Problem[] {
  const written = scalarOf(rule, 'severity');
  if (written === null || readSeverity(rule) !== null) return [];
  const known = [...WORDS.error, ...WORDS.warning];
  return [source.problem(written.range, complaints.unknownSeverity(written.text, known, counted))];
}
