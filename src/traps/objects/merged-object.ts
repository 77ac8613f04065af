import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { moduleOf } from '../../semantics/modules/brings-in-global.js';
import { isOwnPath } from '../../semantics/modules/is-own-path.js';
import { calledName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { namedFunction } from '../../syntax/named-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/**
 * `$.extend({ f })` → `Object.assign({ f })` extends nothing, `$.extend(true, a, b)` and `merge(a, b)` go into the depth, and so
 * may an `extend` that the file or project has itself.
 */
export const mergedObject: Trap = ({ before: tree, places }) => {
  for (const { old, next } of places) {
    const was = old.find(({ type }) => type === 'CallExpression');
    const made = next[next.length - old.length + (was ? old.indexOf(was) : 0)];
    if (was?.type !== 'CallExpression' || !made) continue;
    const name = calledName(was.callee) ?? '';
    const isShallow =
      made.type === 'ObjectExpression' || (made.type === 'CallExpression' && calledName(made.callee) === 'assign');
    if (!isShallow || !MERGES.test(name)) continue;
    const [first] = was.arguments;
    if (isOwnFunction(tree, was.callee)) {
      return refuse('same-arguments', `"${name}" is a function of the project, which may go into the depth.`);
    }
    const isPlain = name === 'extend' && was.arguments.length > 1 && first?.type !== 'Literal';
    if (!isPlain) return refuse('same-arguments', `With these arguments "${name}" does something else.`);
  }
  return null;
};

function isOwnFunction(tree: SyntaxTree, callee: Node): boolean {
  const binding = callee.type === 'Identifier' ? nameScopes(tree).resolve(callee.name, callee) : null;
  if (binding && isOwnPath(moduleOf(tree, binding) ?? '')) return true;
  return namedFunction(tree, callee) !== null;
}

const MERGES = /^(?:extend|merge|mergeDeep|mergeWith|deepmerge|defaults|defaultsDeep)$/;
