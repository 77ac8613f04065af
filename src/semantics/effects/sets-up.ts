import type { MethodDefinition, Node } from 'oxc-parser';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { runsInTime } from './runs-in-time.js';

/**
 * Whether a method of a class leaves something for others to read by the time it returns: state, a field or a variable
 * that it sets itself or by way of another method of its class. What it does in a callback that runs later is not that.
 */
export function setsUp(tree: SyntaxTree, method: MethodDefinition, asked: readonly Node[] = []): boolean {
  return tree
    .descendants(method.value)
    .some((node) => runsInTime(tree, node, method.value) && isSetUp(tree, node, method, asked));
}

function isSetUp(tree: SyntaxTree, node: Node, method: MethodDefinition, asked: readonly Node[]): boolean {
  switch (node.type) {
    case 'AssignmentExpression':
      return targetsOf(tree, node.left).some((target) => isOutside(tree, target, method));
    case 'UpdateExpression':
      return isOutside(tree, node.argument, method);
    case 'UnaryExpression':
      return node.operator === 'delete' && isOutside(tree, node.argument, method);
    case 'ThrowStatement':
      return true;
    case 'CallExpression':
      return callSetsUp(tree, node, method, asked);
    default:
      return false;
  }
}

/** What a pattern assigns to, as far as it may be somebody else's. */
function targetsOf(tree: SyntaxTree, left: Node): readonly Node[] {
  if (left.type !== 'ArrayPattern' && left.type !== 'ObjectPattern') return [left];
  return tree.descendants(left).filter(({ type }) => type === 'MemberExpression' || type === 'Identifier');
}

/** Whether what is set is no variable of the method, nor a part of what one was made to hold there. */
function isOutside(tree: SyntaxTree, target: Node, method: MethodDefinition): boolean {
  if (target.type === 'MemberExpression') {
    const { object } = target;
    if (object.type === 'Identifier' && object.name === 'document') return false;
    if (/^on[a-z]+$/.test(memberName(target) ?? '')) return false;
    return isOutside(tree, object, method);
  }
  if (target.type !== 'Identifier') return true;
  const declaration = nameScopes(tree).resolve(target.name, target)?.declaration;
  if (!declaration || !tree.lineage(declaration).includes(method)) return true;
  return declaration.type === 'VariableDeclarator' && tree.parent(target)?.type === 'MemberExpression'
    ? declaration.init !== null && isReference(declaration.init)
    : false;
}

/** `this`, or a part of something: what is made on the spot is nobody else's. */
function isReference({ type }: Node): boolean {
  return /^(?:ThisExpression|MemberExpression|Identifier)$/.test(type);
}

function callSetsUp(
  tree: SyntaxTree,
  { callee, arguments: [first] }: Extract<Node, { type: 'CallExpression' }>,
  method: MethodDefinition,
  asked: readonly Node[],
): boolean {
  const name = calledName(callee) ?? '';
  const object = callee.type === 'MemberExpression' ? callee.object : null;
  if (object?.type === 'Super') return true;
  if (/^(?:setState|replaceState|forceUpdate)$/.test(name)) return true;
  if (/^(?:assign|definePropert(?:y|ies))$/.test(name)) return first !== undefined && isOutside(tree, first, method);
  if (object?.type === 'ThisExpression') return methodSetsUp(tree, name, method, asked);
  if (object && MUTATES.test(name) && isOutside(tree, object, method)) return true;
  return IS_TO_SET.test(name) && !/^set(?:Timeout|Interval|Immediate)$/.test(name);
}

const MUTATES = /^(?:push|pop|shift|unshift|splice|sort|reverse|fill|add|set|delete|clear)$/;

/** What other code reads afterwards: `setLocale`, `initStore`. */
const IS_TO_SET = /^(?:set|init(?:iali[sz]e)?|setup|setUp|configure|register|provide|inject)(?=[A-Z]|$)/;

/** The same of another method of the class; of one it does not have, nobody knows. */
function methodSetsUp(tree: SyntaxTree, name: string, method: MethodDefinition, asked: readonly Node[]): boolean {
  const body = tree.parent(method);
  const members = body?.type === 'ClassBody' ? body.body : [];
  const called = members.find((each) => 'key' in each && staticName(each.key, each.computed) === name);
  if (called?.type !== 'MethodDefinition') return true;
  return !asked.includes(called) && setsUp(tree, called, [...asked, method]);
}
