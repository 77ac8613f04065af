import type { Edit } from '../../model/edit.js';
import { logicalLinks } from '../../syntax/logical-links.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { parseExpression } from '../template/expression-text.js';

/**
 * An edit of links of a chain as the replacement of the whole of it: of `on && user && user.name` no node holds the last two
 * alone, and `on && user?.name` is grouped as the other is meant.
 */
export function partOfChain(tree: SyntaxTree, { range, text }: Edit): Edit | null {
  const chain = tree.enclosing(range);
  if (chain.type !== 'LogicalExpression' || chain.operator !== '&&') return null;
  const links = logicalLinks(chain, '&&');
  const first = links.findIndex(({ start }) => start === range.start);
  const last = links.findIndex(({ end }) => end === range.end);
  if (first < 1 || last <= first || !isOptionalChain(tree, text)) return null;
  const written = tree.text.slice(chain.start, range.start) + text + tree.text.slice(range.end, chain.end);
  return { range: { start: chain.start, end: chain.end }, text: written };
}

function isOptionalChain({ path }: SyntaxTree, text: string): boolean {
  const statement = parseExpression(path, text)?.program.body[0];
  const made = statement?.type === 'ExpressionStatement' ? statement.expression : null;
  return made?.type === 'ParenthesizedExpression' && made.expression.type === 'ChainExpression';
}
