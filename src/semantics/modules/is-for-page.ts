import { builtinModules } from 'node:module';
import type { Node } from 'oxc-parser';
import { hasDirective } from '../../syntax/has-directive.js';
import { isCallee } from '../../syntax/is-callee.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { requiredModule } from './required-module.js';

/** Whether a file runs in a page: by its directive, the hooks of React it uses, or the page it reads, with nothing of Node. */
export function isForPage(tree: SyntaxTree): boolean {
  if (hasDirective(tree, 'use client')) return true;
  const imports = tree.program.body.filter((node) => node.type === 'ImportDeclaration');
  if (imports.some(({ source }) => isOfNodeAlone(source.value)) || requiresNode(tree)) return false;
  return imports.some(takesHook) || /\bReact\.use[A-Z]\w*\(/.test(tree.text) || asksPage(tree);
}

/** Those that packages of the same name stand in for are no matter of Node alone. */
export function isOfNodeAlone(module: string): boolean {
  if (module.startsWith('node:')) return true;
  return builtinModules.includes(module) && !/^(?:buffer|events|punycode)$/.test(module);
}

function requiresNode(tree: SyntaxTree): boolean {
  return nameScopes(tree)
    .named('require')
    .references.some(({ node }) => {
      const module = requiredModule(tree.parent(node));
      return module !== null && isOfNodeAlone(module);
    });
}

function takesHook({ source, specifiers }: Extract<Node, { type: 'ImportDeclaration' }>): boolean {
  return source.value === 'react' && specifiers.some(({ local }) => /^use[A-Z]/.test(local.name));
}

function asksPage(tree: SyntaxTree): boolean {
  return OF_PAGES.some((name) =>
    nameScopes(tree)
      .named(name)
      .references.some(({ binding, node }) => {
        if (binding !== null || isSentToPage(tree, node)) return false;
        // A script for a shell has its `$` before a template.
        return !/^(?:\$|jQuery)$/.test(name) || isCallee(tree, node);
      }),
  );
}

const OF_PAGES = ['window', 'document', 'localStorage', 'sessionStorage', '$', 'jQuery'];

/** `page.evaluate(() => document.title)` in a program of Node that drives a browser. */
function isSentToPage(tree: SyntaxTree, node: Node): boolean {
  return tree.lineage(node).some((each) => {
    return (
      each.type === 'CallExpression' &&
      /^(?:evaluate\w*|\$\$?eval|waitForFunction|addInitScript|execute(?:Async)?Script)$/.test(
        memberName(each.callee) ?? '',
      )
    );
  });
}
