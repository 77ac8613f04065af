import type { Node } from 'oxc-parser';
import { calledName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { valueAtUse } from './constant-value.js';

/** How many names are followed. */
const DEPTH = 5;

/**
 * Whether a value is an object that members can be given to, as far as its file tells. Of what another module gives, and
 * of what a call makes by its name, that is taken on trust.
 */
export function canHoldMembers(tree: SyntaxTree, value: Node, depth = 0): boolean {
  const canToo = (each: Node): boolean => canHoldMembers(tree, each, depth);
  switch (value.type) {
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ClassExpression':
    case 'NewExpression':
      return true;
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
      return canToo(value.expression);
    case 'AssignmentExpression':
      return canToo(value.right);
    case 'SequenceExpression':
      return value.expressions.slice(-1).every(canToo);
    case 'ConditionalExpression':
      return canToo(value.consequent) && canToo(value.alternate);
    case 'LogicalExpression':
      return canToo(value.left) && canToo(value.right);
    case 'CallExpression':
      return MAKES.test(calledName(value.callee) ?? '') && !FIXES.test(textOf(tree, value.callee));
    case 'MemberExpression':
      return /^[A-Z]|^exports$/.test(calledName(value) ?? '');
    case 'Identifier':
      return depth < DEPTH && variableCan(tree, value, depth);
    default:
      return false;
  }
}

/** `require`, `Router()`, `createStore()`, `mongoose.model()`: by their names these give objects or functions. */
const MAKES =
  /^(?:[A-Z]|(?:require|create|make|build|define|declare|extend|assign|merge|mixin|promisify|wrap|bind|model|init|configure|combine|compose|curry|debounce|express|fastify|koa|memoize|once|throttle)(?![a-z]))/;
const FIXES = /^Object\.(?:freeze|seal|preventExtensions)$/;

/** A name that is never set again tells by its value; of any other, and of a parameter, there is no telling that it cannot. */
function variableCan(tree: SyntaxTree, name: Extract<Node, { type: 'Identifier' }>, depth: number): boolean {
  const binding = nameScopes(tree).resolve(name.name, name);
  if (binding === null) return name.name !== 'undefined';
  const value = valueAtUse(tree, binding, name);
  return value === null || canHoldMembers(tree, value, depth + 1);
}
