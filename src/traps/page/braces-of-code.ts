import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { changedPairs, type Trap } from '../trap.js';

/** `() => <br />` → `() => {"\n"}`: braces hold an expression inside an element; anywhere else they are code. */
export const bracesOfCode: Trap = (change) => {
  const becomesBlock = changedPairs(change, 'ArrowFunctionExpression').some(
    ({ old, next }) => isElement(old.body) && next.body.type === 'BlockStatement' && !gives(next.body),
  );
  const becomesObject = change.places.some(
    ({ old, made }) => old.slice(0, 2).some(isElement) && made.type === 'ObjectExpression',
  );
  return becomesBlock || becomesObject ? refuse('edit-bounded', 'Braces would be a block or an object here.') : null;
};

function isElement(node: Node | null): boolean {
  if (node?.type === 'ParenthesizedExpression') return isElement(node.expression);
  return node?.type === 'JSXElement' || node?.type === 'JSXFragment';
}

function gives({ body }: Extract<Node, { type: 'BlockStatement' }>): boolean {
  return body.some(({ type }) => type === 'ReturnStatement');
}
