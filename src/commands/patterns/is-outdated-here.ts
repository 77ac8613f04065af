import type { FixPattern } from '../../model/fix-pattern.js';
import { isOutdatedIn } from '../../pattern-store/is-outdated-lift.js';
import type { PatternShelf } from './pattern-shelf.js';

/** Whether no check of a pattern's rule says any more what the pattern was learnt from. */
export async function isOutdatedHere({ root, config }: PatternShelf, pattern: FixPattern): Promise<boolean> {
  const { loadContracts } = await import('../../contract/load-contracts.js');
  const rules = loadContracts(root, config.contracts).contracts.flatMap((contract) => contract.rules);
  const own = rules.filter(({ id }) => id === pattern.ruleId);
  return own.length > 0 && own.every((rule) => isOutdatedIn(pattern, rule));
}
