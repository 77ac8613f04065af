import { builtinModules } from 'node:module';
import type { Binding } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isOwnPath } from './is-own-path.js';
import { requiredModule } from './required-module.js';

/**
 * `import process from 'node:process'` and `const crypto = require('crypto')` are the global by another way: a package
 * offers the same thing. A module of the project itself has a meaning of its own for a global's name, and of some names
 * packages have one as well: what `escape` makes safe, and for what, each says anew, and `crypto-js` has no `randomUUID`.
 */
export function bringsInGlobal(tree: SyntaxTree, binding: Binding): boolean {
  const module = moduleOf(tree, binding);
  if (module === null || isOwnPath(module) || OTHERS.has(binding.name)) return false;
  if (binding.name === 'crypto') return /^(?:node:)?crypto$|webcrypto/.test(module);
  return !/^(?:node:)?timers\/promises$/.test(module);
}

/** What a package calls so is something else than what browsers or the language do. */
const OTHERS: ReadonlySet<string> = new Set(
  `escape unescape alert confirm prompt history location Image Node Element Document Map Set Date Number String
  Boolean Symbol Object Array`.split(/\s+/),
);

/** Whether a name is imported from a module of Node that offers the very global: `Buffer` of `node:buffer`. */
export function bringsInNodesOwn(tree: SyntaxTree, binding: Binding): boolean {
  const module = moduleOf(tree, binding)?.replace(/^node:/, '') ?? '';
  return !module.includes('/') && builtinModules.includes(module);
}

/** `const util = require('./util')`: a module of the project under the name of one of Node. */
export function namesOwnModule(tree: SyntaxTree, binding: Binding): boolean {
  return OF_NODE.has(binding.name) && isOwnPath(moduleOf(tree, binding) ?? '');
}

/** Those that are called by these names wherever they are used, and by no other. */
const OF_NODE: ReadonlySet<string> = new Set('child_process crypto fs os path querystring url util vm zlib'.split(' '));

/** The module that a name is imported or required from; null for what the file declares itself. */
export function moduleOf(tree: SyntaxTree, { kind, declaration }: Binding): string | null {
  if (declaration.type === 'VariableDeclarator') return requiredModule(declaration.init);
  if (kind !== 'import') return null;
  if (declaration.type === 'TSImportEqualsDeclaration') {
    const { moduleReference } = declaration;
    return moduleReference.type === 'TSExternalModuleReference' ? moduleReference.expression.value : null;
  }
  const parent = tree.parent(declaration);
  return parent?.type === 'ImportDeclaration' ? parent.source.value : null;
}
