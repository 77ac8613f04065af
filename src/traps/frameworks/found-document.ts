import { refuse } from '../../model/refusal.js';
import { isForPage } from '../../semantics/modules/is-for-page.js';
import { isValueUsed } from '../../semantics/uses/is-value-used.js';
import { memberName } from '../../syntax/member-name.js';
import { changedCalls, type Trap } from '../trap.js';

/**
 * `User.findByIdAndUpdate(id, change)` → `User.updateOne(id, change)`: that takes a filter and gives a count, not the document.
 * `$(row).remove()` → `$(row).deleteOne()`: an element of a page is no document.
 */
export const foundDocument: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedCalls(change)) {
    const [was, made] = [memberName(old.callee) ?? '', memberName(next.callee) ?? ''];
    const waiting = tree.parent(old);
    const isUsed = isValueUsed(tree, waiting?.type === 'AwaitExpression' ? waiting : old);
    if (/^find\w*And[A-Z]/.test(was) && /^(?:update|delete|replace)(?:One|Many)$/.test(made)) {
      if (isUsed || was.includes('ById'))
        return refuse('same-result', `"${made}" takes a filter and gives a count, not the document.`);
    }
    if (was === 'remove' && made === 'deleteOne' && isForPage(tree)) {
      return refuse('same-result', 'An element of a page has no such method.');
    }
  }
  return null;
};
