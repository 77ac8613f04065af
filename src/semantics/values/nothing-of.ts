import type { Node } from 'oxc-parser';
import { declaresMethod } from '../../syntax/declares-method.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isSetHere } from '../uses/is-set-here.js';
import { constantValue } from './constant-value.js';
import { isSetting } from './primitive-type.js';
import { oneKind } from './value-kinds.js';

export type Nothing = 'null' | 'undefined';

/**
 * Which of null and undefined the language gives where there is no value; null where only types say so, or nobody: whoever
 * compares loosely in spite of a type may know that not all keep to it.
 */
export function nothingOf(tree: SyntaxTree, node: Node): Nothing | null {
  const value = heldBy(tree, node);
  if (givesNull(tree, value)) return 'null';
  return isSetting(tree, value) ? 'undefined' : null;
}

/** What a variable is set to for good, and what an assignment hands on; any other expression is itself. */
function heldBy(tree: SyntaxTree, node: Node): Node {
  if (node.type === 'ParenthesizedExpression') return heldBy(tree, node.expression);
  if (node.type === 'AssignmentExpression' && node.operator === '=') return heldBy(tree, node.right);
  return constantValue(tree, node);
}

/** Methods of the language and of pages that say null, and nothing else, where they find nothing. */
function givesNull(tree: SyntaxTree, call: Node): boolean {
  if (call.type !== 'CallExpression' || call.optional || call.callee.type !== 'MemberExpression') return false;
  const { object, optional } = call.callee;
  const name = memberName(call.callee) ?? '';
  if (optional) return false;
  switch (name) {
    case 'exec':
      return isRegex(heldBy(tree, object));
    case 'match':
      return oneKind(tree, object) === 'string';
    case 'getItem':
      return isGlobal(tree, object, /^(?:local|session)Storage$/) && !declaresMethod(tree, name);
    case 'getElementById':
    case 'querySelector':
      return isGlobal(tree, object, /^document$/) && !declaresMethod(tree, name);
    default:
      return false;
  }
}

function isRegex(node: Node): boolean {
  return node.type === 'Literal' && 'regex' in node;
}

function isGlobal(tree: SyntaxTree, node: Node, name: RegExp): boolean {
  if (node.type !== 'Identifier' || !name.test(node.name)) return false;
  return isUnbound(tree, node) && !isSetHere(tree, node.name);
}
