import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isOuterExpression } from '../../syntax/is-outer-expression.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `limit = Infinity` → `limit = Number.MAX_SAFE_INTEGER`: whoever compares it with Infinity, or asks whether it is finite, is
 * told otherwise, and so may be who is handed it. A variable that only what is smaller is sought for can begin with either.
 */
export const finiteLimit: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (!isInfinite(tree, was) || !FINITE.test(textOf(after, made))) continue;
    if (startsVariable(tree, was) && !asksForEnd(tree)) continue;
    return refuse(
      'same-result',
      'Who asks whether there is a limit is told so by Infinity, and not by a large number.',
    );
  }
  return null;
};

const FINITE = /^(?:Number\.MAX_(?:SAFE_INTEGER|VALUE)|[\d_.]+(?:e\+?\d+)?|2 ?\*\* ?\d+(?: - 1)?)$/i;

function isInfinite(tree: SyntaxTree, node: Node): boolean {
  return node.type === 'Identifier'
    ? node.name === 'Infinity' && isUnbound(tree, node)
    : textOf(tree, node) === 'Number.POSITIVE_INFINITY';
}

/** `let least = Infinity` */
function startsVariable(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (parent && isOuterExpression(parent)) return startsVariable(tree, parent);
  if (parent?.type !== 'VariableDeclarator' || parent.init !== node) return false;
  const list = tree.parent(parent);
  return list?.type === 'VariableDeclaration' && list.kind !== 'const' && !isHandedOn(tree, list);
}

/** `export let limit` */
function isHandedOn(tree: SyntaxTree, declaration: Node): boolean {
  return tree.parent(declaration)?.type === 'ExportNamedDeclaration';
}

/** Whether the file asks anything whether it is without end. */
function asksForEnd(tree: SyntaxTree): boolean {
  if (/\bisFinite\(/.test(tree.text)) return true;
  return nameScopes(tree)
    .named('Infinity')
    .references.some(({ node }) => {
      const parent = tree.parent(node);
      return parent?.type === 'BinaryExpression' && /^[!=]==?$/.test(parent.operator);
    });
}
