import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { valuesFrom } from '../../semantics/values/values-from.js';
import { memberName } from '../../syntax/member-name.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `next/router` → `next/navigation`: the router of the one knows path and query, that of the other only leads on. */
export const nextRouter: Trap = (change) => {
  const isOther = changedPairs(change, 'ImportDeclaration').some(({ old, next }) => {
    if (old.source.value !== 'next/router' || next.source.value !== 'next/navigation') return false;
    return old.specifiers.some((each) => !isHook(each) || asksForPath(change.before, each.local));
  });
  return isOther ? refuse('same-arguments', 'What is asked of the router here, the other one does not have.') : null;
};

function isHook(specifier: Node): boolean {
  return (
    specifier.type === 'ImportSpecifier' &&
    specifier.imported.type === 'Identifier' &&
    specifier.imported.name === 'useRouter'
  );
}

const LEADS_ON = /^(?:push|replace|back|forward|refresh|prefetch)$/;

/** Whether anything is taken of a router but what leads to another page. */
function asksForPath(tree: SyntaxTree, hook: Node): boolean {
  if (hook.type !== 'Identifier') return true;
  return usesOf(tree, hook).some((use) => {
    const call = tree.parent(use);
    if (call?.type !== 'CallExpression') return call?.type !== 'TSTypeQuery';
    return valuesFrom(tree, call).some((router) => isAskedForPath(tree, router));
  });
}

function isAskedForPath(tree: SyntaxTree, router: Node): boolean {
  const parent = tree.parent(router);
  if (parent?.type === 'MemberExpression' && parent.object === router) return !LEADS_ON.test(memberName(parent) ?? '');
  const taken = parent?.type === 'VariableDeclarator' && parent.init === router ? parent.id : null;
  if (taken?.type !== 'ObjectPattern') return false;
  return taken.properties.some(
    (each) => each.type !== 'Property' || !LEADS_ON.test(staticName(each.key, each.computed) ?? ''),
  );
}
