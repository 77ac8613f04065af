import type { Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import type { Binding } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** `catch (error)` and `.catch((error) => …)`: who writes of an `error` that he does not declare means what was caught last. */
export function isCaughtError(
  tree: SyntaxTree,
  { kind, name, identifier, declaration }: Binding,
  place: Node,
): boolean {
  if (!ERROR.test(name)) return false;
  const last = tree.lineage(place).find((each) => each.type === 'CatchClause' || takesError(tree, each));
  if (last !== declaration) return false;
  if (kind === 'catch') return declaration.type === 'CatchClause' && declaration.param === identifier;
  if (kind === 'parameter' && isFunction(declaration) && declaration.params[0] === identifier) {
    if (tree.lineage(place).some((each) => isBranchOf(tree, each, name))) return true;
  }
  const call = kind === 'parameter' && isFunction(declaration) ? tree.parent(declaration) : null;
  return call?.type === 'CallExpression' && call.arguments[0] === declaration && memberName(call.callee) === 'catch';
}

/** `if (err) …`: what an older callback is given first is an error there, and elsewhere may be null. */
function isBranchOf(tree: SyntaxTree, node: Node, name: string): boolean {
  const branch = tree.parent(node);
  if (branch?.type !== 'IfStatement' || branch.consequent !== node) return false;
  return branch.test.type === 'Identifier' && branch.test.name === name;
}

/** Whether a function is what a promise, a stream or an older callback hands its error to, whatever it calls that. */
function takesError(tree: SyntaxTree, node: Node): boolean {
  if (!isFunction(node)) return false;
  const call = tree.parent(node);
  if (call?.type !== 'CallExpression') return false;
  const [first, second] = call.arguments;
  const name = memberName(call.callee);
  if (name === 'catch') return first === node;
  if (name === 'then' || name === 'subscribe') return second === node;
  const [given] = node.params;
  return given?.type === 'Identifier' && ERROR.test(given.name);
}

const ERROR = /^(?:e|err|error|ex|exception|cause|reason)$/;
