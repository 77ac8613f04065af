import type { Node } from 'oxc-parser';
import { escapeRegex } from '../../model/escape-regex.js';
import { refuse } from '../../model/refusal.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { ownFunctionUses } from '../../syntax/function-uses.js';
import { isFunction } from '../../syntax/is-function.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `req.param('q')` → `req.params.q`: the first looks into the query and the body as well, the other into the path alone. */
export const routeParameter: Trap = ({ before: tree, places }) => {
  for (const { was, old, next } of places) {
    const name = [was, ...old].map(askedName).find((each) => each !== null);
    if (name === undefined || name === null || !next.some(isOfPath) || isInPath(tree, was, name)) continue;
    return refuse('same-result', `Whether "${name}" comes with the path cannot be told.`);
  }
  return null;
};

/** `q` of `req.param('q')` */
function askedName(node: Node): string | null {
  if (node.type !== 'CallExpression' || memberName(node.callee) !== 'param' || node.arguments.length !== 1) return null;
  const [name] = node.arguments;
  return name?.type === 'Literal' && typeof name.value === 'string' ? name.value : null;
}

function isOfPath(node: Node): boolean {
  return node.type === 'MemberExpression' && (memberName(node) === 'params' || memberName(node.object) === 'params');
}

/** Whether the route around a place names a parameter: `app.get('/users/:id', …)`. */
function isInPath(tree: SyntaxTree, place: Node, name: string): boolean {
  const lineage = tree.lineage(place);
  if (lineage.some((each) => isRouteWith(tree, each, name))) return true;
  const handler = lineage.find(isFunction);
  const uses = handler ? ownFunctionUses(tree, handler) : [];
  return uses.length > 0 && uses.every((use) => isRouteWith(tree, tree.parent(use), name));
}

function isRouteWith(tree: SyntaxTree, node: Node | null, name: string): boolean {
  if (node?.type !== 'CallExpression' || !ROUTES.test(calledName(node.callee) ?? '')) return false;
  const path = node.arguments[0] && constantValue(tree, node.arguments[0]);
  if (path?.type !== 'Literal' && path?.type !== 'TemplateLiteral') return false;
  return new RegExp(`:${escapeRegex(name)}(?![\\w$])`).test(textOf(tree, path));
}

const ROUTES = /^(?:get|post|put|patch|delete|del|all|head|options|use|param|route)$/;
