import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { attributeName, type JsxOpening, tagName } from '../../syntax/jsx.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `e.target` → `e.currentTarget`: the one was hit, the other listens, and is none any more once the listener has ended.
 * They are one only where an element that holds no other listens for itself.
 */
export const eventTarget: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'MemberExpression')) {
    const names = [memberName(old), memberName(next)];
    if (!names.includes('target') || !names.includes('currentTarget')) continue;
    if (!isHeardByItself(change.before, old)) {
      return refuse(
        'same-result',
        'Who was hit and who listens need not be the same, and other objects have only the one.',
      );
    }
  }
  return null;
};

/** `<input onChange={(e) => set(e.target.value)} />`, in the listener itself and not in what it calls later. */
function isHeardByItself(tree: SyntaxTree, event: Node): boolean {
  const listener = tree.lineage(event).find(isFunction);
  const braces = listener && tree.parent(listener);
  const attribute = braces?.type === 'JSXExpressionContainer' ? tree.parent(braces) : null;
  const element = attribute && tree.parent(attribute);
  if (!listener || listener.async || attribute?.type !== 'JSXAttribute' || element?.type !== 'JSXOpeningElement')
    return false;
  return holdsNothing(element) || (tagName(element) === 'form' && attributeName(attribute) === 'onSubmit');
}

/** A select holds its options, which are chosen and not hit. */
function holdsNothing(element: JsxOpening): boolean {
  const name = tagName(element) ?? '';
  return /^(?:input|textarea|select)$/.test(name) || (/^[a-z]/.test(name) && element.selfClosing);
}
