import { CONFIG_FILE, loadConfig } from '../../config/load-config.js';
import { loadContracts } from '../../contract/load-contracts.js';
import { EMPTY_BASELINE } from '../../exemptions/baseline.js';
import { BASELINE_FILE, MAX_BASELINE_BYTES, readBaselineFile } from '../../exemptions/baseline-file.js';
import { readSuppressions } from '../../exemptions/read-suppressions.js';
import { compileScope } from '../../globs/compile-scope.js';
import type { Config } from '../../model/config.js';
import type { Finding } from '../../model/finding.js';
import { type Problem, UsageError } from '../../model/problem.js';
import type { Suppression } from '../../model/suppression.js';
import { PATTERN_FILE, readPatternFile } from '../../pattern-store/pattern-file.js';
import type { SourceTree } from '../../platform/files/source-tree.js';
import { comparePolicies } from '../../policy/compare-policies.js';
import type { Policy } from '../../policy/policy.js';
import type { Workspace } from '../workspace/workspace.js';
import type { PolicySource } from './policy-source.js';
import type { StagedIndex } from './staged-index.js';

const NAMES = { config: CONFIG_FILE, baseline: BASELINE_FILE, patterns: PATTERN_FILE };

/**
 * What the project, or what is staged of it, makes weaker than the commit it is judged by.
 * @param workspace read from that commit
 * @param tree the files as they are now
 */
export function weakenings(
  source: PolicySource,
  workspace: Workspace,
  tree: SourceTree,
  index: StagedIndex | null,
): readonly Finding[] {
  const { root, config, loaded } = workspace;
  const files = tree.list();
  const listed = new Set(files);
  const changed = source.changed(index !== null).filter((path) => listed.has(path));
  const before: Policy = {
    config,
    contracts: loaded.contracts,
    baseline: readBaselineFile(root, source.tree).baseline ?? EMPTY_BASELINE,
    patterns: readPatternFile(root, source.tree).store?.patterns ?? [],
    suppressions: suppressionsIn(changed, source.tree),
  };
  const now = configNow(workspace, index);
  const loadedNow = loadContracts(root, now.config.contracts, index?.ownFiles);
  const broken = loadedNow.problems.filter(({ severity }) => severity === 'invalid');
  const after: Policy = {
    config: now.config,
    contracts: loadedNow.contracts,
    baseline: readBaselineFile(root, index?.sources(MAX_BASELINE_BYTES)).baseline ?? EMPTY_BASELINE,
    patterns: readPatternFile(root, index?.sources(MAX_BASELINE_BYTES)).store?.patterns ?? [],
    suppressions: suppressionsIn(changed, tree),
  };
  const select = (globs: readonly string[]): readonly string[] => compileScope(globs).select(files);
  // What a file would say of which nothing loads is not known: that is what there is to say of its rules.
  const unread = new Set(broken.map(({ file }) => file));
  for (const { file } of after.contracts) unread.delete(file);
  const weaker = comparePolicies(before, after, NAMES, files, select).filter(
    ({ code, file }) => code !== 'policy/rule-removed' || !unread.has(file),
  );
  return [...weaker, ...now.findings, ...broken.map((problem) => unusable('contract', problem))];
}

function unusable(part: 'config' | 'contract', { file, line, message, help }: Problem): Finding {
  return { code: `policy/${part}-unusable`, ruleId: null, file, line, message, help };
}

/** A configuration that nobody could run with is no way out of the comparison. */
function configNow(
  { root, config }: Workspace,
  index: StagedIndex | null,
): { readonly config: Config; readonly findings: readonly Finding[] } {
  try {
    return { config: loadConfig(root, index?.ownFiles), findings: [] };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { config, findings: error.problems.map((problem) => unusable('config', problem)) };
  }
}

function suppressionsIn(paths: readonly string[], tree: SourceTree): readonly Suppression[] {
  tree.prefetch?.(paths);
  return paths.flatMap((path) => {
    const read = tree.read(path);
    return read.kind === 'text' ? readSuppressions(path, read.text).suppressions : [];
  });
}
