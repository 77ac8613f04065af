import { builtinModules } from 'node:module';
import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { hasDirective } from '../../syntax/has-directive.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { addedImports } from '../modules/added-imports.js';
import type { Trap } from '../trap.js';

/** `import { randomUUID } from 'crypto'` in what a page loads: a bundler has nothing in the place of Node's own modules. */
export const browserModule: Trap = (change) => {
  const { before: tree } = change;
  const added = addedImports(change).find(({ source }) => isOfNode(source.value));
  return added && isForPage(tree)
    ? refuse('client-or-server', `The file runs in a browser as well, where there is no "${added.source.value}".`)
    : null;
};

/** Those that packages of the same name stand in for are no matter of Node alone. */
function isOfNode(module: string): boolean {
  if (module.startsWith('node:')) return true;
  return builtinModules.includes(module) && !/^(?:buffer|events|punycode)$/.test(module);
}

/** By its directive, the hooks of React it uses, or the page it reads, where it imports nothing of Node so far. */
function isForPage(tree: SyntaxTree): boolean {
  if (hasDirective(tree, 'use client')) return true;
  const imports = tree.program.body.filter((node) => node.type === 'ImportDeclaration');
  if (imports.some(({ source }) => isOfNode(source.value))) return false;
  return imports.some(takesHook) || /\bReact\.use[A-Z]\w*\(/.test(tree.text) || asksPage(tree);
}

function takesHook({ source, specifiers }: Extract<Node, { type: 'ImportDeclaration' }>): boolean {
  return source.value === 'react' && specifiers.some(({ local }) => /^use[A-Z]/.test(local.name));
}

function asksPage(tree: SyntaxTree): boolean {
  return ['window', 'document'].some((name) =>
    nameScopes(tree)
      .named(name)
      .references.some(({ binding, node }) => binding === null && !isSentToPage(tree, node)),
  );
}

/** `page.evaluate(() => document.title)` in a program of Node that drives a browser. */
function isSentToPage(tree: SyntaxTree, node: Node): boolean {
  return tree.lineage(node).some((each) => {
    return (
      each.type === 'CallExpression' &&
      /^(?:evaluate\w*|\$\$?eval|waitForFunction)$/.test(memberName(each.callee) ?? '')
    );
  });
}
