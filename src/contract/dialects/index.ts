import type { YamlMap } from '../yaml/yaml-node.js';
import { canonical } from './canonical.js';
import type { Dialect, RuleSource } from './dialect.js';
import { journey } from './journey.js';
import { boardAuditor, contractIndex, couplings, extensions, invariants, specBundle, statements } from './prose.js';
import { structural } from './structural.js';

/**
 * Every way a contract has been written; to read another, write one file and add a line. A file may
 * speak several at once, so each is asked for its rules. The order decides what a file without any is
 * called: the most telling name first.
 */
const DIALECTS: readonly Dialect[] = [
  structural,
  boardAuditor,
  couplings,
  specBundle,
  contractIndex,
  journey,
  invariants,
  statements,
  extensions,
  canonical,
];

/** What kind of file this is, or null when none of its keys belongs to a contract. */
export function dialectOf(root: YamlMap): Dialect | null {
  return DIALECTS.find((dialect) => dialect.recognises(root)) ?? null;
}

export function rulesOf(root: YamlMap): readonly RuleSource[] {
  const seen = new Set<RuleSource['node']>();
  return DIALECTS.flatMap((dialect) => (dialect.recognises(root) ? dialect.rulesOf(root) : [])).filter(({ node }) => {
    const isNew = !seen.has(node);
    seen.add(node);
    return isNew;
  });
}
