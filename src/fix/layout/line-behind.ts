import type { TextRange } from '../../model/position.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { lineAfter } from '../../syntax/text-lines.js';
import { endWithoutGuard } from '../checks/end-without-guard.js';

/** The start of the next line at the top level that no statement or comment reaches into which begins above it. */
export function lineBehind(tree: SyntaxTree, offset: number): number {
  for (let line = lineAfter(tree.text, offset); ; ) {
    const reachesInto = ({ start, end }: TextRange): boolean => start < line && line < end;
    const statement = tree.program.body.find(reachesInto);
    const above = tree.comments.find(reachesInto) ?? (statement ? withoutGuard(tree, statement) : undefined);
    if (!above || !reachesInto(above)) return line;
    line = lineAfter(tree.text, above.end);
  }
}

/** A semicolon on a later line is of the code it guards there. */
function withoutGuard(tree: SyntaxTree, statement: TextRange): TextRange {
  return { start: statement.start, end: endWithoutGuard(tree, statement) };
}
