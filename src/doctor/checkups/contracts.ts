import { packagesAmong, wherePackagesLie } from '../../contract/packages-among.js';
import { applyWaivers } from '../../exemptions/apply-waivers.js';
import { compileScope } from '../../globs/compile-scope.js';
import { plural } from '../../model/plural.js';
import { answersOf, type Checkup, ok } from '../checkup.js';

export const contracts: Checkup = {
  name: 'contracts',
  look({ loaded, configProblems, today, git }) {
    if (loaded.files.length === 0 && loaded.problems.length === 0) {
      const wrong = configProblems.length > 0;
      const message = wrong ? 'Not looked for: the configuration is wrong.' : 'There is none, so nothing is judged.';
      const remedy = wrong ? 'Put the configuration right first.' : howToBegin(git?.listFiles().paths ?? []);
      return [{ state: 'fail', code: 2, message, remedy }];
    }
    const waived = applyWaivers({
      violations: [],
      contracts: loaded.contracts,
      today,
      isFullyChecked: () => false,
      compileScope,
    });
    const rules = loaded.contracts.flatMap((contract) => contract.rules).length;
    const problems = [...loaded.problems, ...waived.problems];
    return problems.length > 0
      ? answersOf(problems)
      : ok(`${loaded.contracts.length} loaded, ${plural(rules, 'rule')}`);
  },
};

function howToBegin(paths: readonly string[]): string {
  const packages = packagesAmong(paths);
  if (packages.length === 0) return 'Run specflow init to write starter contracts.';
  return `${wherePackagesLie(packages)} Each package is looked at in its own folder.`;
}
