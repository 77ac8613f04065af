import { yamlErrors } from '../../contract/yaml/yaml-errors.js';
import type { HealRequest } from '../../heal/heal.js';
import { rejectedPlaces } from '../../pattern-store/evidence/rejected-places.js';
import type { ReadStore } from '../../pattern-store/read-store.js';
import { boundedTo } from '../../platform/runtime/run-bounded.js';
import { sieveTexts } from '../../prescan/sieve-texts.js';
import { createTypeChecker } from '../../semantics/types/create-type-checker.js';
import { createTypeOracle } from '../../semantics/types/create-type-oracle.js';
import { typePrograms } from '../../semantics/types/type-programs.js';
import type { Session } from '../workspace/session.js';
import type { Workspace } from '../workspace/workspace.js';
import { packagesIn } from './packages-in.js';
import { tsconfigsOf } from './tsconfigs-of.js';

/** What every heal of a project goes by, whoever asks for it and whatever is to come of it. */
export function healBasis(
  { root, config, loaded }: Workspace,
  { store, lines }: ReadStore,
  { clock }: Session,
): Omit<HealRequest, 'runId' | 'violations' | 'files' | 'dryRun' | 'ports'> {
  const { verifyTypes } = config.healLoop;
  const rules = loaded.contracts.flatMap((contract) => contract.rules);
  const programs = typePrograms({ tsconfigsOf: tsconfigsOf(root), root, mode: verifyTypes });
  return {
    rules,
    contractFiles: loaded.files,
    patterns: store?.patterns ?? [],
    rejected: rejectedPlaces(lines),
    config: config.healLoop,
    today: clock.today(),
    within: boundedTo(config.timeLimits.ruleMs),
    speakersOf: sieveTexts(rules),
    types: createTypeOracle(programs),
    packages: packagesIn(root),
    yamlErrors,
    typeChecker: verifyTypes === 'off' ? undefined : createTypeChecker(programs),
  };
}
