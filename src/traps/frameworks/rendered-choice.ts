import { refuse } from '../../model/refusal.js';
import { isKnownAs } from '../../semantics/values/is-known-as.js';
import type { Trap } from '../trap.js';

/** `n ? <A /> : null` → `n && <A />`, which is `n` itself where that is 0 or '', and JSX shows them. */
export const renderedChoice: Trap = ({ before: tree, site, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'ConditionalExpression' || made.type !== 'LogicalExpression' || made.operator !== '&&') continue;
    const isFalse = was.alternate.type === 'Literal' && was.alternate.value === false;
    const holder = tree.parent(was);
    const isShown = holder?.type === 'JSXExpressionContainer' && tree.parent(holder)?.type !== 'JSXAttribute';
    if (!isKnownAs(tree, was.test, 'boolean', site.types) || !(isFalse || isShown)) {
      return refuse('same-result', 'Where it does not hold, && gives what was tested, not the other branch.');
    }
  }
  return null;
};
