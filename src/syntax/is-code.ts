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
  const quoted = node.type === 'TemplateElement' ? tree.parent(node) : node;
  if (quoted?.start === offset && (quoted.type === 'Literal' || quoted.type === 'TemplateLiteral')) return true;
  switch (placeAt(tree, { start: offset, end: offset + 1 })) {
    case 'code':
    case 'type':
    case 'decorator':
      return true;
    default:
      return false;
  }
}
