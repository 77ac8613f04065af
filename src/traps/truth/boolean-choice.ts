import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isTested } from '../../semantics/uses/is-tested.js';
import { isKnownAs } from '../../semantics/values/is-known-as.js';
import { typeBySyntax } from '../../semantics/values/primitive-type.js';
import { textOf } from '../../syntax/text-of.js';
import { withoutSigns } from '../../syntax/without-signs.js';
import type { Trap } from '../trap.js';

/** `n ? true : false` → `n`: as true as before, but a boolean only where the test is one, and `n ? false : true` is not `n`. */
export const booleanChoice: Trap = ({ before: tree, site, after, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'ConditionalExpression') continue;
    const whenTrue = booleanOf(was.consequent);
    if (whenTrue === null || booleanOf(was.alternate) !== !whenTrue) continue;
    const [test, is] = [withoutSigns(was.test), withoutSigns(made)];
    if (textOf(after, is.core) !== textOf(tree, test.core)) continue;
    if ((test.isNegated === is.isNegated) !== whenTrue) {
      return refuse('same-result', 'The choice is true where the new code is false.');
    }
    if (typeBySyntax(made) === 'boolean' || isKnownAs(tree, was.test, 'boolean', site.types)) continue;
    if (!isTested(tree, was)) {
      return refuse('truth-only', 'A boolean is expected here as far as can be told, and the new value may be none.');
    }
  }
  return null;
};

function booleanOf(node: Node): boolean | null {
  return node.type === 'Literal' && typeof node.value === 'boolean' ? node.value : null;
}
