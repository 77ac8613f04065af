import type { Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import { isTypeOnly } from '../../syntax/is-type-only.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { placeAt } from '../../syntax/place-at.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { requiredModule } from './required-module.js';

/**
 * The modules that are loaded before or while a file runs, as it names them. Neither those that only types are taken of, nor
 * what a function requires or imports once it is called.
 */
export function modulesLoaded(tree: SyntaxTree): ReadonlySet<string> {
  return new Set(tree.program.body.flatMap((statement) => loadedBy(tree, statement)));
}

function loadedBy(tree: SyntaxTree, statement: Node): readonly string[] {
  if (isTypeOnly(statement)) return [];
  switch (statement.type) {
    case 'ImportDeclaration':
      return isKept(tree, statement) ? [statement.source.value] : [];
    case 'ExportAllDeclaration':
      return [statement.source.value];
    case 'ExportNamedDeclaration':
      if (statement.source) return [statement.source.value];
  }
  return tree.text.includes('require') ? requiredBy(tree, statement) : [];
}

/** The compiler leaves out an import of which a file of TypeScript uses no value. */
function isKept(tree: SyntaxTree, { specifiers }: Extract<Node, { type: 'ImportDeclaration' }>): boolean {
  if (specifiers.length === 0 || !/\.[cm]?tsx?$/.test(tree.path)) return true;
  return specifiers.some((specifier) =>
    nameScopes(tree)
      .named(specifier.local.name)
      .references.some(({ node, binding }) => binding?.declaration === specifier && placeAt(tree, node) !== 'type'),
  );
}

function requiredBy(tree: SyntaxTree, statement: Node): readonly string[] {
  return tree.descendants(statement).flatMap((node) => {
    const module = node.type === 'CallExpression' ? requiredModule(node) : null;
    return module === null || tree.lineage(node).some(isFunction) ? [] : [module];
  });
}
