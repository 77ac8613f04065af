import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isNeededUnseen } from '../../semantics/modules/is-needed-unseen.js';
import { isTypeOnly } from '../../syntax/is-type-only.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { placeAt } from '../../syntax/place-at.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `import` → `import type` takes the values away, as `export` → `export type` does from other modules; decorators read
 * even the types of what they decorate. `import type {}` names nothing by which the compiler could leave out the module.
 */
export const erasedImport: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedPairs(change, 'ImportSpecifier', 'ImportDeclaration')) {
    if (old.type === 'ImportDeclaration' && old.specifiers.length === 0 && isTypeOnly(old) && !isTypeOnly(next)) {
      return refuse('same-result', 'Only types are wanted of the module, which would be loaded when the program runs.');
    }
    if (old.type !== next.type || isTypeOnly(old) || !isTypeOnly(next)) continue;
    const specifiers: readonly Node[] = old.type === 'ImportDeclaration' ? old.specifiers : [old];
    const used = nameScopes(tree).references.find(
      ({ name, node, binding }) =>
        binding &&
        specifiers.includes(binding.declaration) &&
        (isNeededUnseen(tree, name) || placeAt(tree, node) !== 'type' || isDecorated(tree, node)),
    );
    if (used) return refuse('still-referenced', `"${used.name}" is used as a value, and only its type would be left.`);
  }
  const exports = changedPairs(change, 'ExportSpecifier', 'ExportNamedDeclaration', 'ExportAllDeclaration');
  if (exports.some(({ old, next }) => !isTypeOnly(old) && isTypeOnly(next) && !exportsTypes(tree, old))) {
    return refuse('still-referenced', 'Other modules may use as a value what is exported here.');
  }
  return null;
};

type Export = Extract<Node, { type: 'ExportSpecifier' | 'ExportNamedDeclaration' | 'ExportAllDeclaration' }>;

/** Whether nothing but types is exported, as far as this file and the name of the other one tell. */
function exportsTypes(tree: SyntaxTree, node: Export): boolean {
  const declaration = tree.lineage(node).find(({ type }) => EXPORTS.test(type));
  const source = declaration && 'source' in declaration ? declaration.source : null;
  if (source) return source.type === 'Literal' && TYPES.test(String(source.value));
  const specifiers = node.type === 'ExportSpecifier' ? [node] : 'specifiers' in node ? node.specifiers : [];
  return specifiers.every(({ local }) => {
    const binding = 'name' in local ? nameScopes(tree).resolve(local.name, local) : null;
    return binding !== null && /^TS(?:Interface|TypeAlias)Declaration$/.test(binding.declaration.type);
  });
}

const EXPORTS = /^Export(?:Named|All)Declaration$/;
/** A module that is called after what it holds. */
const TYPES = /(?:^|[./-])(?:types?|interfaces?)(?:\.[cm]?[jt]s)?$/;

/** Whether the type is one that a decorator around it may be told at run time. */
function isDecorated(tree: SyntaxTree, node: Node): boolean {
  const around = tree.lineage(node).find(({ type }) => type === 'ClassDeclaration' || type === 'ClassExpression');
  if (!around) return false;
  const isMarked = 'decorators' in around && around.decorators.length > 0;
  return isMarked || tree.descendants(around).some(({ type }) => type === 'Decorator');
}
