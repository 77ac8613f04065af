import type { Node } from 'oxc-parser';
import { isFunction } from '../syntax/is-function.js';
import { nameScopes } from '../syntax/name-scopes.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { type Refusal, refuse } from './refusal.js';

/** Why a text with `'use client'` or `'use server'` does not belong in a file: the two exclude each other. */
export function ofOtherSide(tree: SyntaxTree, text: string): Refusal | null {
  const side = /^\s*(["'])use (client|server)\1/.exec(text)?.[2];
  if (!side) return null;
  const other = side === 'client' ? 'server' : 'client';
  if (tree.program.body.some((node) => saysSide(node, other))) return refuseFor(other);
  return side === 'client' && isOfServer(tree) ? refuseFor(other) : null;
}

function refuseFor(side: string): Refusal {
  return refuse('client-or-server', `The file is for the ${side}.`);
}

/** By a directive, or by a package that only runs on that side. */
function saysSide(node: Node, side: string): boolean {
  if (node.type === 'ExpressionStatement') return node.directive === `use ${side}`;
  if (node.type !== 'ImportDeclaration' || node.importKind === 'type') return false;
  return node.source.value === `${side}-only` || (side === 'server' && node.source.value === 'next/headers');
}

/** By what only the server does with it: an action, a component that waits, what a page says of itself. */
function isOfServer(tree: SyntaxTree): boolean {
  return tree.descendants(tree.program).some((node) => {
    switch (node.type) {
      case 'ExpressionStatement':
        return node.directive === 'use server';
      case 'ExportDefaultDeclaration':
        return isAsync(functionOf(tree, node.declaration));
      case 'ExportNamedDeclaration':
        return exportedNames(node).some((name) => OF_PAGES.has(name));
      default:
        return false;
    }
  });
}

/** What Next reads of the file of a page, and refuses in one for the client. */
const OF_PAGES: ReadonlySet<string> = new Set([
  'metadata',
  'generateMetadata',
  'viewport',
  'generateViewport',
  'generateStaticParams',
]);

function exportedNames({
  declaration,
  specifiers,
}: Extract<Node, { type: 'ExportNamedDeclaration' }>): readonly string[] {
  if (declaration?.type === 'FunctionDeclaration') return declaration.id ? [declaration.id.name] : [];
  if (declaration?.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
  }
  return specifiers.flatMap(({ exported }) => (exported.type === 'Identifier' ? [exported.name] : []));
}

/** A function itself, or the one that a name is declared as. */
function functionOf(tree: SyntaxTree, node: Node): Node | null {
  if (node.type !== 'Identifier') return node;
  const declaration = nameScopes(tree).resolve(node.name, node)?.declaration;
  return (declaration?.type === 'VariableDeclarator' ? declaration.init : declaration) ?? null;
}

function isAsync(node: Node | null): boolean {
  return node !== null && isFunction(node) && node.async;
}
