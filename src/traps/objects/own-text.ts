import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isCallee } from '../../syntax/is-callee.js';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import { changedCalls, type Trap } from '../trap.js';

/**
 * `value.toString()` → `String(value)`: of an object whose method may be there or not, and give a text or not, `String` throws
 * where the method gives none, and asks others where there is none.
 */
export const ownText: Trap = (change) => {
  const { before: tree, after } = change;
  for (const { old, next } of changedCalls(change)) {
    const { callee } = old;
    if (callee.type !== 'MemberExpression' || memberName(callee) !== 'toString') continue;
    if (textOf(after, next.callee) !== 'String') continue;
    if (isResultAsked(tree, old) || isMethodAsked(tree, callee)) {
      return refuse(
        'same-result',
        'The method may be one of its own that gives no text, which `String` does not take.',
      );
    }
  }
  return null;
};

/** `const text = value.toString(); typeof text === 'string'` */
function isResultAsked(tree: SyntaxTree, call: Node): boolean {
  const parent = tree.parent(call);
  const name = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : null;
  return [call, ...(name ? usesOf(tree, name) : [])].some((each) => isTypeAsked(tree, each));
}

function isTypeAsked(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return parent?.type === 'UnaryExpression' && parent.operator === 'typeof';
}

/** `'toString' in value`, `typeof value.toString === 'function'`, `value.toString !== other` */
function isMethodAsked(tree: SyntaxTree, callee: Extract<Node, { type: 'MemberExpression' }>): boolean {
  const home = tree.lineage(callee).find(isFunction) ?? tree.program;
  const value = textOf(tree, callee.object);
  return tree.descendants(home).some((each) => {
    if (each.type === 'MemberExpression') {
      return memberName(each) === 'toString' && textOf(tree, each.object) === value && !isCallee(tree, each);
    }
    return each.type === 'Literal' && each.value === 'toString' && tree.parent(each)?.type === 'BinaryExpression';
  });
}
