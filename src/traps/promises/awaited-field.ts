import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { newParts, type Trap } from '../trap.js';

/**
 * `class Page { text: string = load() }` → `… = await load()`: a field is set in a function of its own, which is not async,
 * wherever the class stands. The parser says so of JavaScript alone.
 */
export const awaitedField: Trap = (change) => {
  const { after, places } = change;
  const isAwaited = places.some((place) =>
    newParts(change, place).some((part) =>
      [part, ...after.descendants(part)].some((node) => node.type === 'AwaitExpression' && setsField(after, node)),
    ),
  );
  return isAwaited ? refuse('result-parses', 'What a field of a class begins with cannot be awaited there.') : null;
};

function setsField(tree: SyntaxTree, node: Node): boolean {
  const lineage = tree.lineage(node);
  const at = lineage.findIndex((each) => isFunction(each) || each.type === 'PropertyDefinition');
  const field = lineage[at];
  return field?.type === 'PropertyDefinition' && field.value === lineage[at - 1];
}
