import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { writtenText } from '../../syntax/written-text.js';
import { type Change, changedPairs, type Trap } from '../trap.js';

/**
 * `title={'a\\b'}` → `title="a\\b"`, and the way back: between the quotes of an attribute a backslash is one, and `&amp;`
 * is `&`. So it is between tags: `<p>{'a\\b'}</p>` → `<p>a\\b</p>`
 */
export const attributeText: Trap = (change) => {
  const isOther = changedPairs(change, 'JSXAttribute').some(({ old, next }) =>
    isOtherText(change, old.value, next.value),
  );
  return isOther || change.places.some(({ was, made }) => isOtherText(change, was, made)) ? OTHER : null;
};

const OTHER = refuse('same-result', 'As text of the markup it would be another one.');

/** Whether one of the two is written as code, and the other one as markup, and they are not the same as both. */
function isOtherText({ before, after }: Change, was: Node | null, made: Node | null): boolean {
  if (!was || !made) return false;
  if (isOfMarkup(made)) return isOther(before, was, (plain) => textOf(after, made).includes(plain));
  return isOfMarkup(was) && isOther(after, made, (plain) => textOf(before, was).includes(plain));
}

function isOfMarkup({ type }: Node): boolean {
  return type === 'Literal' || type === 'JSXText';
}

/** @param isKept whether what stands between the quotes of the code is what the markup says */
function isOther(tree: SyntaxTree, container: Node, isKept: (plain: string) => boolean): boolean {
  const value = container.type === 'JSXExpressionContainer' ? writtenText(container.expression) : null;
  if (value === null || container.type !== 'JSXExpressionContainer') return false;
  const plain = textOf(tree, container.expression).slice(1, -1);
  return plain !== value || ENTITY.test(value) || !isKept(plain);
}

const ENTITY = /&#?\w+;/;
