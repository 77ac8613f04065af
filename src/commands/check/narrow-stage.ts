import { loadConfig } from '../../config/load-config.js';
import type { Only } from '../../enforce.js';
import { checkKey } from '../../engine/check-key.js';
import { requiresAny } from '../../engine/requires-any.js';
import type { CheckResult } from '../../model/check-result.js';
import { DEFAULT_CONFIG } from '../../model/config.js';
import type { Rule } from '../../model/contract.js';
import { isLossy } from '../../model/lossy-path.js';
import type { IndexAhead } from '../../platform/git/index-ahead.js';
import { type IndexTree, openIndexTree } from '../../platform/git/index-tree.js';
import { type Witnesses, witnessKey } from '../../prescan/cache/witnesses.js';
import { contractCacheOf } from '../quick/quick-workspace.js';
import type { Session } from '../workspace/session.js';
import type { Workspace } from '../workspace/workspace.js';
import { isCached } from './is-cached.js';
import { programKey } from './program-key.js';
import { type StagedIndex, stagedIndexOver } from './staged-index.js';

/** A check of the index that looks at no more than what is staged, and what differs from a commit that is known. */
export interface NarrowStage {
  readonly index: StagedIndex;
  readonly workspace: Workspace;
  readonly only: Pick<Only, 'changed' | 'removed'>;
  /** Keys of required patterns that a file holds which is not looked at. */
  readonly satisfied: ReadonlySet<string>;
  /** Whether a look at everything would have come to the same. */
  isSound(found: CheckResult): boolean;
}

/** Above this many files the whole index is as quick. */
const MOST_FILES = 500;
/** Where contracts and configuration lie. */
export const OWN_FOLDERS = ['.specflow', 'contracts', 'docs/contracts'];

/** @returns null where the whole index has to be looked at */
export function narrowStage(
  root: string,
  ahead: IndexAhead,
  witnesses: Witnesses | null,
  head: string | null,
  session: Session,
): NarrowStage | null {
  const { changes, own, blobs } = ahead;
  const since = witnesses === null || witnesses.commit === head ? changes : ahead.since;
  if (since === null || changes.files.length + since.files.length > MOST_FILES || own === null) return null;
  const entries = new Map([...own, ...since.files, ...changes.files].map((entry) => [entry.path, entry]));
  // Only among all of them it is seen that two come out alike.
  if ([...entries.keys()].some(isLossy)) return null;
  const source = {
    ...blobs,
    indexFiles: () => ({ entries: [...entries.values()], unmerged: [] }),
    stagedChanges: () => changes,
  };
  const tree = openIndexTree(source, { maxFileBytes: DEFAULT_CONFIG.maxFileBytes });
  if (tree.list().some(isCached)) return null;
  const config = loadConfig(root, tree);
  const cached = liesBelow(config.contracts, OWN_FOLDERS) ? contractCacheOf(root, config, session, tree).read() : null;
  if (cached === null) return null;
  const rules = cached.contracts.flatMap((contract) => contract.rules);

  const differs = new Set([...since.files.map(({ path }) => path), ...since.removed]);
  const key = witnessKey(rules, config.exclude, cached.files, programKey(config, session));
  const known = witnesses?.key === key && witnesses.unsure.every((path) => differs.has(path)) ? witnesses.found : {};
  const required = requiredBeside(rules, tree, known, differs);
  if (required === null) return null;
  const index = stagedIndexOver(tree);
  return {
    index,
    workspace: { root, config, loaded: { ...cached, problems: [] } },
    only: { changed: index.changed, removed: new Set(tree.removed) },
    satisfied: required.satisfied,
    isSound: ({ violations, problems }) =>
      problems.every(({ severity }) => severity === 'warning') &&
      !violations.some(({ file, rule }) => file === null && required.open.has(rule.id)),
  };
}

/**
 * What is known of required patterns from files that are not looked at.
 * @param known the file that held each of them
 * @param differs the files that may hold it no longer
 * @returns null where only a look at the whole scope can tell
 */
function requiredBeside(
  rules: readonly Rule[],
  tree: Pick<IndexTree, 'staged' | 'stagedLinks' | 'removed'>,
  known: Witnesses['found'],
  differs: ReadonlySet<string>,
): { readonly satisfied: ReadonlySet<string>; readonly open: ReadonlySet<string> } | null {
  /** Ids of rules whose pattern has to be found anew. */
  const open = new Set<string>();
  const satisfied = new Set<string>();
  for (const rule of rules.filter((each) => each.checks.some(requiresAny))) {
    const asked = rule.checks.filter(requiresAny).map((check) => checkKey(rule, check));
    if (rule.scope.select([...tree.staged, ...tree.stagedLinks]).length > 0) {
      if (asked.some((name) => known[name] === undefined)) return null;
    } else if (rule.scope.select(tree.removed).length > 0) return null;
    for (const name of asked) {
      const witness = known[name];
      if (witness && !differs.has(witness)) satisfied.add(name);
      else if (witness) open.add(rule.id);
    }
  }
  return { satisfied, open };
}

function liesBelow(globs: readonly string[], folders: readonly string[]): boolean {
  return globs.every((glob) => folders.some((folder) => glob.startsWith(`${folder}/`) || glob.startsWith('!')));
}
