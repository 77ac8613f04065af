import { parseSyntax } from './parse-syntax.js';
import { placeAt } from './place-at.js';

/**
 * Whether an offset stands in code: not inside a comment, string, template text, JSX text or regex
 * literal. The quote that opens a string is code, as the string itself is an expression. A text that
 * is in another language or does not parse is taken for code throughout: a match nobody could place
 * must not be dropped.
 */
export function isCode(path: string, text: string, offset: number): boolean {
  const tree = parseSyntax(path, text);
  if (!tree?.parsed) return true;
  const node = tree.enclosing({ start: offset, end: offset + 1 });
  if (node.start === offset && (node.type === 'Literal' || node.type === 'TemplateElement')) {
    return node.type === 'Literal' || tree.parent(node)?.start === offset;
  }
  switch (placeAt(tree, { start: offset, end: offset + 1 })) {
    case 'code':
    case 'type':
    case 'decorator':
      return true;
    default:
      return false;
  }
}
