import type { Node } from 'oxc-parser';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** `queue.shift()`: each time it runs it gives another one, and takes that away; `uuid()` is another one for each try. */
export function takesAway(tree: SyntaxTree, code: Node): boolean {
  return tree
    .descendants(code)
    .some((node) => node.type === 'CallExpression' && ONE_EACH.test(calledName(node.callee) ?? ''));
}

const ONE_EACH = /^(?:pop|shift|unshift|splice|random(?:UUID|Bytes)?|uuid(?:v\d)?|v[1-7]|nanoid|ulid|cuid2?|createId)$/;
