import { enforce } from '../enforce.js';
import { exitCodeOf } from '../model/exit-code.js';
import { readReviewFile } from '../pattern-store/review-file.js';
import { openWorkingTree } from '../platform/working-tree.js';
import { plural } from '../reporters/plural.js';
import { isCode } from '../syntax/is-code.js';
import { isNoLongerSo, raisedByCheck } from './raised-findings.js';
import { reportProblem } from './report-problem.js';
import { saveFindings } from './save-findings.js';
import type { Session } from './session.js';
import { openWorkspace } from './workspace.js';

/** Brings the findings on disk up to date with a whole check. Where that could not look everywhere, nothing is taken away. */
export function syncFindings(session: Session): void {
  const { root, config, loaded } = openWorkspace(session);
  const today = session.clock.today();
  const tree = openWorkingTree(root, { maxFileBytes: config.maxFileBytes });
  const result = enforce({ tree, contracts: loaded, config, today, isCode });
  const queue = readReviewFile(root);
  const isWhole = exitCodeOf([...result.problems, ...queue.problems], false) === 0;
  const saved = saveFindings(root, raisedByCheck(result), today, (record) => {
    return isWhole && isNoLongerSo(record, result, queue.reviews ?? []);
  });
  const problems = [...result.problems, ...queue.problems, ...saved.problems];
  for (const problem of problems) reportProblem(problem, session);
  const { created, removed } = saved;
  session.terminal.out(`${plural(created.length, 'finding')} added, ${removed.length} no longer so and removed.\n`);
  session.conclude(exitCodeOf(problems, false));
}
