import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `isObject(x)` → `typeof x === 'object'`, which is true of null, and `isPlainObject(x)`, which is not true of a list either. */
export const nullIsObject: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'CallExpression' || !ASKS.test(calledName(was.callee) ?? '')) continue;
    const [value] = was.arguments;
    if (!value || !isBareTypeof(after, made)) continue;
    const excludes = textOf(after, made) + guardsOf(tree, was);
    const name = textOf(tree, value);
    const isPlain = /^isPlain/.test(calledName(was.callee) ?? '');
    const isMissed = isPlain ? !excludes.includes(`!Array.isArray(${name})`) : false;
    if (isMissed || !asksForNull(excludes, name)) {
      return refuse('same-result', `To typeof, ${isPlain ? 'lists and null are objects' : 'null is an object'}, too.`);
    }
  }
  return null;
};

const ASKS = /^is(?:Plain)?(?:Object(?:Like)?|Record)$/;

function isBareTypeof(after: SyntaxTree, made: Node): boolean {
  return after.descendants(made).some((node) => {
    if (node.type !== 'BinaryExpression' || node.left.type !== 'UnaryExpression') return false;
    return node.left.operator === 'typeof' && node.right.type === 'Literal' && node.right.value === 'object';
  });
}

/** What `&&` asks before the call: there, these hold. */
function guardsOf(tree: SyntaxTree, call: Node): string {
  let text = '';
  for (const [depth, node] of tree.lineage(call).entries()) {
    if (depth === 0) continue;
    if (node.type !== 'LogicalExpression' || node.operator !== '&&') break;
    if (!tree.lineage(call).slice(0, depth).includes(node.left)) text += ` && ${textOf(tree, node.left)}`;
  }
  return text;
}

function asksForNull(text: string, name: string): boolean {
  return (
    [`${name} !== null`, `${name} != null`].some((each) => text.includes(each)) || text.split(' && ').includes(name)
  );
}
