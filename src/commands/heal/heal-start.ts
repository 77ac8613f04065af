import { enforce, filesToJudge } from '../../enforce.js';
import { readBaselineFile } from '../../exemptions/baseline-file.js';
import type { CheckResult } from '../../model/check-result.js';
import type { Violation } from '../../model/violation.js';
import { type ReadStore, readStore } from '../../pattern-store/read-store.js';
import type { ParsedReviews } from '../../pattern-store/reviews/parse-reviews.js';
import { readReviewFile } from '../../pattern-store/reviews/review-file.js';
import { openWorkingTree } from '../../platform/files/working-tree.js';
import { prescanTree } from '../../prescan/prescan-tree.js';
import { secretsBeside } from '../../secrets-beside.js';
import { isCode } from '../../syntax/is-code.js';
import { ruleChoice } from '../options/rule-choice.js';
import type { Session } from '../workspace/session.js';
import { toRootPaths } from '../workspace/to-root-paths.js';
import type { Workspace } from '../workspace/workspace.js';
import { withBaseline } from './heal-choice.js';
import type { SelectOptions } from './selection.js';

/** What heal starts from. */
export interface HealStart {
  readonly workspace: Workspace;
  /** What is to be healed, with everything else the check says. */
  readonly found: CheckResult;
  /** All that the check found, and all that may show a secret in the files in question, asked for or not. */
  readonly seen: readonly Violation[];
  readonly files: readonly string[];
  readonly store: ReadStore;
  readonly reviews: ParsedReviews;
}

/** Checks what is to be healed, and what else the files in question may show. */
export function lookFirst(
  workspace: Workspace,
  paths: readonly string[],
  options: SelectOptions,
  session: Session,
): HealStart {
  const { root, config, loaded } = workspace;
  const tree = openWorkingTree(root, { maxFileBytes: config.maxFileBytes });
  const rootPaths = toRootPaths(paths, root, session.cwd);
  const baseline = options.includeBaseline ? null : readBaselineFile(root);
  const request = {
    tree,
    contracts: loaded,
    config,
    today: session.clock.today(),
    isCode,
    baseline: baseline?.baseline ?? undefined,
  };
  const only = { ...ruleChoice(options), paths: rootPaths.length > 0 ? rootPaths : undefined };
  const found = enforce({ ...request, only, prescan: prescanTree(tree, config) });
  const secrets = secretsBeside(found, { ...request, only });
  const files = filesToJudge(tree, loaded, config);
  return {
    workspace,
    found: withBaseline({ ...found, problems: [...found.problems, ...secrets.problems] }, baseline),
    seen: [...found.violations, ...secrets.violations],
    files,
    store: readStore(root),
    reviews: readReviewFile(root),
  };
}
