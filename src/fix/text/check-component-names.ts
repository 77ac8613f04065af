import type { FixSite } from '../../model/fix-site.js';
import { ownNameRegex } from '../../model/name-regex.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { KNOWN_GLOBALS } from '../../semantics/names/known-globals.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Component } from './code-in-markup.js';
import { scriptAround, scriptsOf } from './script-around.js';

/** A name that is new to an expression is one of the script, or of a loop or slot. */
export function checkComponentNames({ path, text }: FixSite, before: SyntaxTree, after: SyntaxTree): Refusal | null {
  // Any script of a page, or one that another file holds, may define it.
  if (/\.html?$/i.test(path)) return null;
  const isNamed = /\.svelte$/i.test(path) ? isNamedAnywhere : isNamedInVue;
  const known = new Set(nameScopes(before).references.map(({ name }) => name));
  const added = nameScopes(after).references.find(({ name, binding }) => {
    const isNew = binding === null && !known.has(name) && !KNOWN_GLOBALS.has(name) && !/^\$/.test(name);
    return isNew && !isNamed({ path, text }, name);
  });
  return added ? refuse('name-unbound', `Nothing in this component defines "${added.name}".`) : null;
}

/** Svelte binds names in its script, and in the markup by loops, snippets, constants and what promises become. */
function isNamedAnywhere({ text }: Component, name: string): boolean {
  return ownNameRegex(name).test(text.replace(/<!--[\s\S]*?-->/g, ''));
}

function isNamedInVue({ path, text }: Component, name: string): boolean {
  const word = ownNameRegex(name);
  const bound = [...text.matchAll(/(?:\bv-for|\bv-slot[\w:.-]*|#[\w.-]+)\s*=\s*"([^"]*?)(?:\s(?:in|of)\s[^"]*)?"/g)];
  return bound.some(([, names = '']) => word.test(names)) || isNamedInScript({ path, text }, name);
}

/** By its code, or as a text such as those of `props: ['item']`: comments may say the word as well. */
function isNamedInScript({ path, text }: Component, name: string): boolean {
  return scriptsOf(text).some(({ range }) => {
    const tree = scriptAround(path, text, range)?.tree;
    if (!tree) return ownNameRegex(name).test(text.slice(range.start, range.end));
    const nodes = [...tree.descendants(tree.program)];
    return nodes.some((node) =>
      node.type === 'Identifier' ? node.name === name : node.type === 'Literal' && node.value === name,
    );
  });
}
