import type { Node } from 'oxc-parser';
import type { SyntaxTree } from './syntax-tree.js';

/** An expression and what it is the head of, each the head of the next. */
export function chainFrom(tree: SyntaxTree, head: Node): readonly Node[] {
  const chain = [head];
  let node = head;
  for (let parent = tree.parent(node); parent && continuesChain(parent, node); parent = tree.parent(node)) {
    node = parent;
    chain.push(node);
  }
  return chain;
}

function continuesChain(parent: Node, node: Node): boolean {
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === node;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === node;
    case 'TaggedTemplateExpression':
      return parent.tag === node;
    case 'ChainExpression':
    case 'TSNonNullExpression':
      return true;
    default:
      return false;
  }
}
