import type { Node } from 'oxc-parser';
import type { FixSite } from '../../model/fix-site.js';
import { refuse } from '../../model/refusal.js';
import { isForPage } from '../../semantics/modules/is-for-page.js';
import { hasDirective } from '../../syntax/has-directive.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `process.env.TOKEN` in a file for the browser is undefined there, or there is no `process` at all. */
export const browserEnvironment: Trap = ({ before: tree, after, places, site }) => {
  const read = places.flatMap(({ was, made }) => {
    if (!/Expression/.test(made.type)) return [];
    if (!readsSetting(after, made) || readsSetting(tree, was)) return [];
    return [made];
  });
  return read.length > 0 && (isForBrowser(tree) || isViteComponent(tree, site))
    ? refuse('client-or-server', 'The file is for the browser, which does not know the environment of the server.')
    : null;
};

/** Those that a bundler writes into the code are known to the browser as well. */
const SETTING = /\bprocess\.env\b(?!\.(?:NODE_ENV|NEXT_PUBLIC_|REACT_APP_|EXPO_PUBLIC_|GATSBY_|VUE_APP_))/;

function readsSetting(tree: SyntaxTree, node: Node): boolean {
  return SETTING.test(textOf(tree, node));
}

/** By what it is a part of, by what it asks of a page or a bundler, where it asks `process` for nothing else so far. */
function isForBrowser(tree: SyntaxTree): boolean {
  const asked = nameScopes(tree)
    .named('process')
    .references.filter(({ binding }) => binding === null);
  if (asked.length === 0 && (COMPONENT.test(tree.path) || ANGULAR.test(tree.text))) return true;
  if (asked.length === 0 && (isWorker(tree) || DEVICE.test(tree.text))) return true;
  if (asked.length === 0 && /\bimport\.meta\.env\b/.test(tree.text) && asksBundler(tree)) return true;
  if (hasDirective(tree, 'use client')) return true;
  return asked.every(({ node }) => isBundled(tree, node)) && isForPage(tree);
}

/** A worker of a page or of a network's edge listens to what is fetched, and an extension asks its host; neither is Node. */
function isWorker(tree: SyntaxTree): boolean {
  const isAsked = (name: string, test: (parent: Node | null) => boolean): boolean =>
    nameScopes(tree)
      .named(name)
      .references.some(({ binding, node }) => binding === null && test(tree.parent(node)));
  return (
    isAsked('addEventListener', (call) => call?.type === 'CallExpression' && OF_WORKERS.test(textOf(tree, call))) ||
    isAsked('chrome', (member) => member !== null && /^chrome\.(?:runtime|storage|tabs)\b/.test(textOf(tree, member)))
  );
}

const OF_WORKERS = /^addEventListener\(\s*['"](?:fetch|scheduled|install|activate)['"]/;

/** On a device nothing but what its bundler writes into the code is known. */
const DEVICE = /^\s*import\b[^'";]*\bfrom\s*['"]react-native['"]/m;

function isBundled(tree: SyntaxTree, node: Node): boolean {
  return !readsSetting(tree, tree.lineage(node)[2] ?? node);
}

/** The script of a page or component has its language behind the name of the file. */
const COMPONENT = /\.(?:vue|svelte|html?)\.\w+$/i;

/** What is rendered on the server as well says so by other packages of Angular's. */
const ANGULAR = /^\s*import\b[^'";]*\bfrom\s*['"]@angular\/(?:core|common|forms|router)['"]/m;

/** Vite gives a page no `process`; a framework that renders on a server too may. Without a package.json nobody can tell. */
function isViteComponent(tree: SyntaxTree, { packages }: FixSite): boolean {
  const has = (name: string): boolean => packages?.isInstalled(tree.path, name) ?? false;
  return /\.[jt]sx$/.test(tree.path) && VITE.some(has) && !SERVERS.some(has);
}

const VITE = ['@vitejs/plugin-react', '@vitejs/plugin-react-swc', 'vite-plugin-solid', '@preact/preset-vite'];
const SERVERS = [
  'next',
  'react-router',
  '@remix-run/node',
  '@tanstack/react-start',
  'vike',
  'astro',
  'express',
  'fastify',
];

function asksBundler(tree: SyntaxTree): boolean {
  return tree.descendants(tree.program).some((node) => {
    if (node.type !== 'MemberExpression' || node.object.type !== 'MetaProperty') return false;
    return node.property.type === 'Identifier' && node.property.name === 'env';
  });
}
