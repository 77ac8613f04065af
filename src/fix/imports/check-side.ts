import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isDeclared } from '../../syntax/is-ambient.js';
import { isFunction } from '../../syntax/is-function.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/**
 * Why a text does not belong in a file for its side: `'use client'` and `'use server'` exclude each other, and each asks
 * something of what the file exports. In a function a directive speaks of that function alone.
 */
export function checkSide(tree: SyntaxTree, text: string, offset: number): Refusal | null {
  const side = /^\s*(["'])use (client|server)\1/.exec(text)?.[2];
  if (!side) return checkExports(tree, text);
  if (isInFunction(tree, offset)) return null;
  const other = side === 'client' ? 'server' : 'client';
  if (tree.program.body.some((node) => saysSide(node, other))) return refuseFor(other);
  if (side === 'client') return isOfServer(tree) ? refuseFor(other) : null;
  return tree.program.body.every((node) => exportsActions(tree, node)) ? null : NO_ACTION;
}

const NO_ACTION = refuse('client-or-server', 'A file of actions exports async functions and nothing else.');

/** Why what a text exports does not belong in a file that says which side it is for. */
function checkExports(tree: SyntaxTree, text: string): Refusal | null {
  if (IS_EDGE.test(text) && tree.program.body.some(needsNode)) return NO_NODE;
  const side = tree.program.body.find((node) => saysByDirective(node, 'client') || saysByDirective(node, 'server'));
  const added = side && /\bexport\b/.test(text) ? parseSyntax(tree.path, text) : null;
  if (!side || !added || added.errors.length > 0) return null;
  if (saysByDirective(side, 'server'))
    return added.program.body.every((node) => exportsActions(added, node)) ? null : NO_ACTION;
  const isOfPage = added.program.body.some(
    (node) => node.type === 'ExportNamedDeclaration' && exportedNames(node).some((name) => OF_PAGES.has(name ?? '')),
  );
  return isOfPage ? refuseFor('client') : null;
}

const IS_EDGE = /\bexport const runtime\s*=\s*["'](?:experimental-)?edge["']/;
const NO_NODE = refuse('client-or-server', 'The file imports what only Node has, and the edge has none of it.');

function needsNode(node: Node): boolean {
  if (node.type !== 'ImportDeclaration' || node.importKind === 'type') return false;
  const module = node.source.value;
  return isOfNode(module) && !/^(?:node:)?(?:async_hooks|assert|buffer|events|util)$/.test(module);
}

function isInFunction(tree: SyntaxTree, offset: number): boolean {
  const lineage = tree.lineage(tree.enclosing({ start: offset, end: offset }));
  return lineage.some((node) => isFunction(node) && node.start < offset && offset < node.end);
}

function refuseFor(side: string): Refusal {
  return refuse('client-or-server', `The file is for the ${side}.`);
}

/** By a directive, or by a package that only runs on that side. */
function saysSide(node: Node, side: string): boolean {
  if (saysByDirective(node, side)) return true;
  if (node.type !== 'ImportDeclaration' || node.importKind === 'type') return false;
  const module = node.source.value;
  return module === `${side}-only` || (side === 'server' && (module === 'next/headers' || isOfNode(module)));
}

/** What Node offers and neither a browser nor a bundler does. */
function isOfNode(module: string): boolean {
  return /^(?:node:.*|fs(?:\/promises)?|child_process|net|tls|dns|dgram|cluster|http2|worker_threads|async_hooks|perf_hooks|readline|repl|inspector|v8|module)$/.test(
    module,
  );
}

function saysByDirective(node: Node, side: string): boolean {
  return node.type === 'ExpressionStatement' && node.directive === `use ${side}`;
}

/** By what only the server does with it: an action, a component that waits, what a page says of itself. */
function isOfServer(tree: SyntaxTree): boolean {
  return tree.descendants(tree.program).some((node) => {
    switch (node.type) {
      case 'ExpressionStatement':
        return node.directive === 'use server';
      case 'ExportDefaultDeclaration':
        return waits(tree, node.declaration);
      case 'ExportSpecifier':
        return nameOf(node.exported) === 'default' && waits(tree, node.local);
      case 'ExportNamedDeclaration':
        return exportedNames(node).some((name) => OF_PAGES.has(name ?? ''));
      default:
        return false;
    }
  });
}

/** Whether all that a statement exports are async functions, or gone when the code runs. */
function exportsActions(tree: SyntaxTree, node: Node): boolean {
  switch (node.type) {
    case 'ExportAllDeclaration':
    case 'TSExportAssignment':
      return node.type === 'ExportAllDeclaration' && node.exportKind === 'type';
    case 'ExportDefaultDeclaration':
      return isErased(node.declaration) || waits(tree, node.declaration);
    case 'ExportNamedDeclaration': {
      const { declaration, specifiers, source } = node;
      if (node.exportKind === 'type' || (declaration && isErased(declaration))) return true;
      if (declaration?.type === 'VariableDeclaration')
        return declaration.declarations.every(({ init }) => waits(tree, init));
      if (declaration) return waits(tree, declaration);
      return specifiers.every((each) => each.exportKind === 'type' || (!source && waits(tree, each.local)));
    }
    default:
      return true;
  }
}

/** A type, or the signature of an overload. */
function isErased(node: Node): boolean {
  return /^TS(?:Interface|TypeAlias)Declaration$|^TSDeclareFunction$/.test(node.type) || isDeclared(node);
}

/** What Next reads of the file of a page, and refuses in one for the client. */
const OF_PAGES: ReadonlySet<string> = new Set([
  'metadata',
  'generateMetadata',
  'viewport',
  'generateViewport',
  'generateStaticParams',
  'revalidate',
  'dynamic',
  'dynamicParams',
  'fetchCache',
]);

function exportedNames({
  declaration,
  specifiers,
}: Extract<Node, { type: 'ExportNamedDeclaration' }>): readonly (string | null)[] {
  if (declaration?.type === 'FunctionDeclaration') return declaration.id ? [declaration.id.name] : [];
  return declaration?.type === 'VariableDeclaration'
    ? declaration.declarations.map(({ id }) => nameOf(id))
    : specifiers.map(({ exported }) => nameOf(exported));
}

function nameOf(node: Node): string | null {
  return node.type === 'Identifier' ? node.name : null;
}

/** How many names and calls are followed. */
const DEPTH = 6;

/** Whether a component is an async function: written here, declared in this file, or handed to what wraps it. */
function waits(tree: SyntaxTree, node: Node | null | undefined, depth = 0): boolean {
  if (!node || depth > DEPTH) return false;
  if (isFunction(node)) return node.async;
  if (node.type === 'CallExpression') return node.arguments.some((each) => waits(tree, each, depth + 1));
  if (node.type !== 'Identifier') return false;
  const binding = nameScopes(tree).resolve(node.name, node);
  const declaration = binding?.declaration;
  if (declaration?.type === 'VariableDeclarator')
    return declaration.id === binding?.identifier && waits(tree, declaration.init, depth + 1);
  return declaration?.type === 'FunctionDeclaration' && declaration.async;
}
