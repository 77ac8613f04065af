import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { moduleKind } from '../../semantics/modules/module-kind.js';
import { isWritten } from '../../semantics/names/is-written.js';
import { KNOWN_GLOBALS } from '../../semantics/names/known-globals.js';
import { isCallee } from '../../syntax/is-callee.js';
import { type FunctionNode, isFunction } from '../../syntax/is-function.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import { isStrictAlready, meansOtherwiseInStrict, ownerOf } from './means-otherwise-in-strict.js';

/**
 * Why `'use strict'` at the top of a file would make its code do something else; what does not even parse then is
 * noticed anyway. A module is strict already.
 */
export function checkStrictMode(tree: SyntaxTree, text: string): Refusal | null {
  if (!/^\s*(["'])use strict\1/.test(text) || moduleKind(tree) === 'esm') return null;
  const created = nameScopes(tree).references.find(
    ({ binding, name, node }) => binding === null && !KNOWN_GLOBALS.has(name) && isWritten(tree, node),
  );
  if (created) return refuse('strict-mode', `"${created.name}" is set and declared nowhere in this file.`);
  for (const node of tree.descendants(tree.program)) {
    if (node.type === 'MemberExpression' && isOfCaller(tree, node)) {
      return refuse('strict-mode', 'In strict mode, nobody may ask for the callee or the caller.');
    }
    if (node.type === 'ThisExpression' && isOfPlainCall(tree, node)) {
      return refuse('strict-mode', 'In a function that is called by its name, `this` would be undefined.');
    }
    if (isFunction(node) && escapesBlock(tree, node)) {
      return refuse('strict-mode', 'A function of a block is used outside of it.');
    }
    const reason = meansOtherwiseInStrict(tree, node);
    if (reason !== null && !isStrictAlready(tree, node)) return refuse('strict-mode', reason);
  }
  return null;
}

function isOfCaller(tree: SyntaxTree, member: Extract<Node, { type: 'MemberExpression' }>): boolean {
  const { object } = member;
  const name = memberName(member);
  if (object.type !== 'Identifier' || name === null) return false;
  if (name === 'callee') return object.name === 'arguments';
  return name === 'caller' && !isUnbound(tree, object);
}

/** Of a function that is called as it stands there, or by the name of its own or of its variable: nothing gives it a `this`. */
function isOfPlainCall(tree: SyntaxTree, node: Node): boolean {
  const owner = ownerOf(tree, node);
  if (owner?.type !== 'FunctionExpression' && owner?.type !== 'FunctionDeclaration') return false;
  const holder = tree.parent(owner);
  const names = [owner.id, holder?.type === 'VariableDeclarator' ? holder.id : null];
  const uses = names.flatMap((name) => (name?.type === 'Identifier' ? usesOf(tree, name) : []));
  return [owner, ...uses].some((each) => isCalled(tree, each));
}

function isCalled(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return parent?.type === 'ParenthesizedExpression' ? isCalled(tree, parent) : isCallee(tree, node);
}

function escapesBlock(tree: SyntaxTree, declaration: FunctionNode): boolean {
  const block = tree.parent(declaration);
  const id = declaration.type === 'FunctionDeclaration' ? declaration.id : null;
  if (block?.type !== 'BlockStatement' || isFunction(tree.parent(block) ?? block) || !id) return false;
  return nameScopes(tree)
    .named(id.name)
    .references.some(({ node, binding }) => !contains(block, node) && (binding === null || binding.identifier === id));
}
