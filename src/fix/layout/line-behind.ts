import type { TextRange } from '../../model/position.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { lineAfter } from '../../syntax/text-lines.js';

/** The start of the next line at the top level that no statement or comment reaches into which begins above it. */
export function lineBehind(tree: SyntaxTree, offset: number): number {
  for (let line = lineAfter(tree.text, offset); ; ) {
    const reachesInto = ({ start, end }: TextRange): boolean => start < line && line < end;
    const above = tree.comments.find(reachesInto) ?? tree.program.body.find(reachesInto);
    if (!above) return line;
    line = lineAfter(tree.text, above.end);
  }
}
