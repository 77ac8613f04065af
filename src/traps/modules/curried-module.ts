import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { requiredModule } from '../../semantics/modules/required-module.js';
import type { Trap } from '../trap.js';

/** `from 'lodash/fp'` → `from 'lodash'`: the functions of the one take their arguments in another order, and one by one. */
export const curriedModule: Trap = ({ places }) => {
  for (const { old, next } of places) {
    const [was, made] = [moduleOf(old), moduleOf(next)];
    if (was !== null && made !== null && CURRIED.test(was) !== CURRIED.test(made)) {
      return refuse('same-arguments', `What "${made}" has takes its arguments otherwise than what "${was}" has.`);
    }
  }
  return null;
};

const CURRIED = /^(?:lodash|date-fns)\/fp\b/;

/** The innermost import that a place lies in. */
function moduleOf(lineage: readonly Node[]): string | null {
  for (const node of lineage) {
    const module = node.type === 'ImportDeclaration' ? node.source.value : requiredModule(node);
    if (module !== null) return module;
  }
  return null;
}
