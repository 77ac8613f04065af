import type { Node } from 'oxc-parser';
import type { Call } from '../../syntax/is-call.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/** Whether a call sets a mark of time that the file measures from where the rule leaves it: `performance.measure('load', 'start')`. */
export function isMeasuredFrom(tree: SyntaxTree, call: Call, unwanted: RegExp | null): boolean {
  const [name] = call.arguments;
  if (!name || !MARKS.test(textOf(tree, call.callee))) return false;
  const mark = textOf(tree, name);
  const names = (each: Node): boolean => textOf(tree, each) === mark;
  return tree.descendants(tree.program).some((each) => {
    if (each.type !== 'CallExpression' || !ASKS.test(textOf(tree, each.callee))) return false;
    return each.arguments.some(names) && (unwanted === null || textOf(tree, each).search(unwanted) === -1);
  });
}

const MARKS = /\bperformance\.mark$/;
const ASKS = /\bperformance\.(?:measure|getEntriesByName)$/;
