import type { Node } from 'oxc-parser';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import { refuse } from '../refusal.js';
import type { Trap } from './trap.js';

/** `createHash('md5')` → `createHash('sha256')`: what was hashed before, and is compared with, keeps its old hash. */
export const comparedHash: Trap = ({ task: { tree }, places }) => {
  for (const { old } of places) {
    const call = old.find(
      (node) => node.type === 'CallExpression' && /^createH(?:ash|mac)$/.test(calledName(node.callee) ?? ''),
    );
    const [name] = call?.type === 'CallExpression' ? call.arguments : [];
    if (!call || !name || name !== old[0]) continue;
    if (name.type === 'Literal' && old.some((node) => isCalledAfter(tree, node, String(name.value)))) {
      return refuse('same-result', 'The code around it is called after this hash.');
    }
    if (isCompared(tree, chainOf(tree, call))) {
      return refuse('same-result', 'It is compared with a hash that may have been made before.');
    }
  }
  return null;
};

/** Whether a function, method or variable promises a hash by its name, such as `md5Of`. */
function isCalledAfter(tree: SyntaxTree, node: Node, hash: string): boolean {
  const name =
    'id' in node
      ? node.id
      : /^(?:MethodDefinition|Property|PropertyDefinition)$/.test(node.type) && 'key' in node
        ? node.key
        : null;
  return name !== null && typeof name === 'object' && textOf(tree, name).toLowerCase().includes(hash.toLowerCase());
}

/** `createHash('md5').update(x).digest('hex')` */
function chainOf(tree: SyntaxTree, call: Node): Node {
  let node = call;
  for (let parent = tree.parent(node); parent; parent = tree.parent(parent)) {
    const goesOn =
      parent.type === 'MemberExpression'
        ? parent.object === node
        : parent.type === 'CallExpression' && parent.callee === node;
    if (!goesOn) break;
    node = parent;
  }
  return node;
}

function isCompared(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (parent?.type === 'BinaryExpression') return /^[!=]==?$/.test(parent.operator);
  if (parent?.type === 'CallExpression')
    return /^(?:timingSafeEqual|compare|equals|safeEqual)$/.test(calledName(parent.callee) ?? '');
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false;
  return usesOf(tree, parent.id).some((use) => isCompared(tree, use));
}
