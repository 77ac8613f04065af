import type { Node } from 'oxc-parser';
import { onceEach } from '../model/once-each.js';
import type { SyntaxTree } from './syntax-tree.js';

/**
 * The identifiers that are a name, found by its text; in source order. `a` of `{ a }` is two, one that names the
 * property and one that names the value.
 * @returns null where the text may spell names another way, so that it cannot be told by it
 */
export function wordsOf(tree: SyntaxTree, name: string): readonly Node[] | null {
  const { text } = tree;
  if (mayEscapeNames(tree)) return null;
  const words: Node[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (PART.test(text.charAt(at - 1)) || PART.test(text.charAt(at + name.length))) continue;
    const node = tree.enclosing({ start: at, end: at + name.length });
    const parent = tree.parent(node);
    if (parent === null || !isWord(node, name)) continue;
    for (const twin of tree.children(parent)) {
      if (twin.start === node.start && twin.end === node.end && isWord(twin, name)) words.push(twin);
    }
  }
  return words;
}

/** Whether a letter may be spelt by its number outside of what only holds text. */
const mayEscapeNames = onceEach((tree: SyntaxTree): boolean => {
  const { text } = tree;
  for (let at = text.indexOf('\\u'); at >= 0; at = text.indexOf('\\u', at + 2)) {
    if (!HOLDS_TEXT.has(tree.enclosing({ start: at, end: at + 2 }).type)) return true;
  }
  return false;
});

const HOLDS_TEXT: ReadonlySet<string> = new Set(['Literal', 'TemplateElement', 'JSXText']);

function isWord(node: Node, name: string): boolean {
  return (node.type === 'Identifier' || node.type === 'JSXIdentifier') && node.name === name;
}

/** In front of a name or behind it, this makes another name of it. */
const PART = /[\w$]/;
