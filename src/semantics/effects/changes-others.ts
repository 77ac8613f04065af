import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { chainRoot } from '../../syntax/chain-root.js';
import type { FunctionNode } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import { type BindingKind, nameScopes } from '../../syntax/name-scopes.js';
import { namedFunction } from '../../syntax/named-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/**
 * Whether a function does more than to answer: by what it says itself, and by the functions of this file that it calls.
 * What it calls of others is taken for what only answers, unless nobody takes the answer.
 */
export function changesOthers(tree: SyntaxTree, code: FunctionNode, seen: ReadonlySet<Node> = new Set()): boolean {
  if (seen.has(code) || !code.body) return false;
  const all = new Set([...seen, code]);
  const kindOf = (target: Node): BindingKind | null => kindWithin(tree, code, target);
  // Its parameters hold what others know as well.
  const isMadeHere = (target: Node): boolean => (kindOf(target) ?? 'parameter') !== 'parameter';
  const isOwn = (target: Node): boolean =>
    isMadeHere(target) || (target.type === 'Identifier' && kindOf(target) !== null);
  return tree.descendants(code.body).some((node) => {
    switch (node.type) {
      case 'ThrowStatement':
      case 'AwaitExpression':
        return true;
      case 'AssignmentExpression':
        return !isOwn(node.left);
      case 'UpdateExpression':
        return !isOwn(node.argument);
      case 'UnaryExpression':
        return node.operator === 'delete' && !isOwn(node.argument);
      case 'ExpressionStatement':
        return actsAlone(node.expression) && !isMadeHere(node.expression);
      case 'CallExpression': {
        if (CHANGING.test(memberName(node.callee) ?? '')) return !isMadeHere(node.callee);
        const called = namedFunction(tree, node.callee);
        return called !== null && changesOthers(tree, called, all);
      }
      default:
        return false;
    }
  });
}

/** What stands as a statement for what it does; what is set is asked by itself. */
function actsAlone({ type }: Node): boolean {
  return !/^(?:(?:Assignment|Update|Unary)Expression|Literal)$/.test(type);
}

/** How the name is declared that a chain begins with, where the function itself declares it. */
function kindWithin(tree: SyntaxTree, code: FunctionNode, target: Node): BindingKind | null {
  const root = chainRoot(target);
  const binding = root.type === 'Identifier' ? nameScopes(tree).resolve(root.name, root) : null;
  return binding && contains(code, binding.identifier) ? binding.kind : null;
}

/** Methods that change what they are called on. */
const CHANGING = /^(?:push|pop|shift|unshift|splice|add|set|delete|clear|next)$/;
