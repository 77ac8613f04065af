import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isTakenApart, takesNames } from '../../semantics/modules/takes-names.js';
import { exportName } from '../../syntax/export-name.js';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/**
 * `import Button from '@acme/ui/lib/button'` → `from '@acme/ui'`: the names that a module exports a package may pass on;
 * its default, the whole of it, and what it does when it is loaded are other things of the package.
 */
export const packageRoot: Trap = ({ after, places }) => {
  for (const { was, made, next } of places) {
    if (was.type !== 'Literal' || made.type !== 'Literal' || !isWithin(was.value, made.value)) continue;
    const holder = next[1];
    if (holder && takesOther(after, holder, made)) {
      return refuse('same-result', `"${made.value}" has a default, a whole and effects of its own.`);
    }
  }
  return null;
};

/** Whether a module is one behind another: not where it is what that one begins with anyway. */
function isWithin(inner: unknown, outer: unknown): boolean {
  if (typeof inner !== 'string' || typeof outer !== 'string' || !inner.startsWith(`${outer}/`)) return false;
  const last = inner.slice(inner.lastIndexOf('/') + 1);
  const own = outer.slice(outer.lastIndexOf('/') + 1);
  if (/\.(?:css|json|s[ac]ss|less)$/.test(last)) return true;
  const stem = last.split('.')[0] ?? '';
  return stem !== own && !/^(?:index|main|macro|src|dist|build|lib|umd|es|esm|cjs)$/.test(stem);
}

function takesOther(tree: SyntaxTree, holder: Node, module: Node): boolean {
  switch (holder.type) {
    case 'ImportDeclaration':
      return (
        holder.specifiers.length === 0 ||
        holder.specifiers.some((each) => each.type !== 'ImportSpecifier' || exportName(each.imported) === 'default')
      );
    case 'ExportNamedDeclaration':
      return holder.source === module && holder.specifiers.some(({ local }) => exportName(local) === 'default');
    case 'ExportAllDeclaration':
      return true;
    case 'ImportExpression':
      return holder.source === module && (!givesNames(tree, holder) || asksMore(tree, holder));
    case 'CallExpression':
      return holder.arguments[0] === module && loadsWhole(tree, holder);
    default:
      return false;
  }
}

/** `const { a } = await import('m')`, `import('m').then((m) => m.a)` */
function givesNames(tree: SyntaxTree, promise: Node): boolean {
  const parent = tree.parent(promise);
  if (parent?.type === 'AwaitExpression') return takesNames(tree, parent);
  const call = parent?.type === 'MemberExpression' && memberName(parent) === 'then' ? tree.parent(parent) : null;
  const [handler] = call?.type === 'CallExpression' ? call.arguments : [];
  const [module] = handler && isFunction(handler) && 'params' in handler ? handler.params : [];
  return module !== undefined && isTakenApart(tree, module);
}

/** `require('m')`, and what names a module to put another in its place. */
function loadsWhole(tree: SyntaxTree, call: Extract<Node, { type: 'CallExpression' }>): boolean {
  const { callee } = call;
  if (callee.type === 'Identifier')
    return callee.name === 'require' && (!takesNames(tree, call) || asksMore(tree, call));
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
  return /^(?:jest|vi|require)$/.test(callee.object.name);
}

/** Whether it is loaded for its effects alone, or its default is asked for by name. */
function asksMore(tree: SyntaxTree, value: Node): boolean {
  const statement = tree.lineage(value).find(({ type }) => /(?:Statement|Declaration)$/.test(type));
  if (!statement) return false;
  if (statement.type === 'ExpressionStatement' && [value, tree.parent(value)].includes(statement.expression))
    return true;
  return [...tree.descendants(statement)].some(
    (node) =>
      memberName(node) === 'default' ||
      (node.type === 'Property' && isDefault(node) && tree.parent(node)?.type === 'ObjectPattern'),
  );
}

function isDefault({ key, computed }: Extract<Node, { type: 'Property' }>): boolean {
  return staticName(key, computed) === 'default';
}
