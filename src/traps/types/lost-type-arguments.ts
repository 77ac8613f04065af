import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `const m = new Map<string, Item>()` → `new Map()`: nothing else says what is in it, and from then on it may be anything. */
export const lostTypeArguments: Trap = (change) => {
  const { before: tree, after } = change;
  const isLost = changedPairs(change, 'NewExpression', 'CallExpression').some(({ old, next }) => {
    if (!old.typeArguments || next.typeArguments || next.type !== old.type) return false;
    if (textOf(tree, old.callee) !== textOf(after, next.callee)) return false;
    const isSaid = old.typeArguments.params.some(({ type }) => type !== 'TSAnyKeyword' && type !== 'TSUnknownKeyword');
    return isSaid && next.arguments.every(isEmpty) && !isToldAround(tree, old);
  });
  return isLost ? refuse('same-operand-types', 'Nothing else says of what type its parts are.') : null;
};

/** What tells the compiler no type of anything in it. */
function isEmpty(given: Node): boolean {
  switch (given.type) {
    case 'ArrayExpression':
      return given.elements.length === 0;
    case 'ObjectExpression':
      return given.properties.length === 0;
    case 'Literal':
      return given.raw === 'null';
    default:
      return given.type === 'Identifier' && given.name === 'undefined';
  }
}

/** Whether what takes the value has a type of its own, as far as the file says. */
function isToldAround(tree: SyntaxTree, made: Node): boolean {
  const parent = tree.parent(made);
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && Boolean(parent.id.typeAnnotation);
    case 'PropertyDefinition':
      return Boolean(parent.typeAnnotation);
    case 'AssignmentPattern':
      return parent.left.type === 'Identifier' && Boolean(parent.left.typeAnnotation);
    case 'Property':
      return false;
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return Boolean(tree.lineage(made).find(isFunction)?.returnType);
    case 'LogicalExpression':
    case 'ConditionalExpression':
    case 'ParenthesizedExpression':
      return isToldAround(tree, parent);
    case 'CallExpression':
      // What fills a collection has its type; any other function may take it from what it is given.
      return parent.callee !== made && /^(?:add|push|set|unshift)$/.test(memberName(parent.callee) ?? '');
    default:
      return true;
  }
}
