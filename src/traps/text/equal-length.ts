import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { type FunctionNode, isFunction } from '../../syntax/is-function.js';
import { calledName } from '../../syntax/member-name.js';
import { namedFunction } from '../../syntax/named-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `a === b` → `timingSafeEqual(Buffer.from(a), Buffer.from(b))`: it throws where the lengths differ, as those of a forged one do. */
export const equalLength: Trap = ({ after, places }) => {
  for (const { made } of places) {
    const call = [made, ...after.descendants(made)].find(
      (node) => node.type === 'CallExpression' && calledName(node.callee) === 'timingSafeEqual',
    );
    if (call?.type !== 'CallExpression' || call.arguments.every((each) => isDigest(after, each))) continue;
    if (!isMeasured(after, call)) return refuse('same-result', 'It throws where the lengths of both differ.');
  }
  return null;
};

/** `createHash('sha256').update(text).digest()`, which is as long as any other, by itself or of a function of the file. */
function isDigest(tree: SyntaxTree, node: Node): boolean {
  const value = constantValue(tree, node);
  if (value.type !== 'CallExpression') return false;
  if (calledName(value.callee) === 'digest') return true;
  const called = namedFunction(tree, value.callee);
  return called !== null && givesDigest(called);
}

function givesDigest({ body }: FunctionNode): boolean {
  const only = body?.type === 'BlockStatement' && body.body.length === 1 ? body.body[0] : null;
  const result = only?.type === 'ReturnStatement' ? only.argument : body;
  return result?.type === 'CallExpression' && calledName(result.callee) === 'digest';
}

/** Whether the code around has asked how long one of them is. */
function isMeasured(tree: SyntaxTree, call: Extract<Node, { type: 'CallExpression' }>): boolean {
  const around = tree.lineage(call).find(isFunction) ?? tree.program;
  const before = tree.text.slice(around.start, call.start);
  return call.arguments.some((each) => {
    const [inner] = each.type === 'CallExpression' ? each.arguments : [];
    return [each, inner].some((value) => value && /\.(?:byteL|l)ength\b/.test(behind(before, textOf(tree, value))));
  });
}

/** What stands right behind a text, wherever it occurs. */
function behind(text: string, value: string): string {
  return text
    .split(value)
    .slice(1)
    .map((rest) => rest.slice(0, 12))
    .join(' ');
}
