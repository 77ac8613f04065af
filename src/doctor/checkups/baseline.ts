import { enforce } from '../../enforce.js';
import { BASELINE_FILE, readBaselineFile } from '../../exemptions/baseline-file.js';
import { openWorkingTree } from '../../platform/files/working-tree.js';
import { answersOf, type Checkup, ok, withoutRules } from '../checkup.js';

export const baseline: Checkup = {
  name: 'baseline',
  look(at) {
    const { root, config, loaded, today, isCode, git } = at;
    const read = readBaselineFile(root);
    if (!read.exists) return ok('none');
    if (read.baseline === null) return answersOf(read.problems);
    const unknown = withoutRules(at);
    if (unknown !== null) return unknown;
    const tree = openWorkingTree(root, { maxFileBytes: config.maxFileBytes }, git);
    const found = enforce({ tree, contracts: loaded, config, today, isCode, baseline: read.baseline });
    const stale = found.findings.filter(({ code }) => code === 'baseline/stale').length;
    if (stale > 0) {
      const message = `${BASELINE_FILE} knows ${stale} violations that are no more.`;
      return [{ state: 'warn', message, remedy: 'Run specflow baseline prune, and commit the file.' }];
    }
    const isWhole = found.problems.every(({ severity }) => severity === 'warning');
    return isWhole
      ? ok(`${BASELINE_FILE} is up to date`)
      : [
          {
            state: 'warn',
            message: 'Whether it is up to date cannot be told: a check is not complete.',
            remedy: 'Run specflow check to see what stands in its way.',
          },
        ];
  },
};
