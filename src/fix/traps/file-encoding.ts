import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import { refuse } from '../refusal.js';
import { becomesText } from '../values/becomes-text.js';
import { calledName, type Trap, textOf } from './trap.js';

/** `readFileSync(path)` → `readFileSync(path, 'utf8')` gives text where bytes were, and the way back bytes. */
export const fileEncoding: Trap = ({ task: { tree }, places }) => {
  for (const { old, next } of places) {
    const [was, made] = [old[0], next[0]];
    if (!was || !made || !isReading(was) || !isReading(made) || hasEncoding(was) === hasEncoding(made)) continue;
    if (!isTakenForText(tree, was)) {
      return refuse('same-result', 'With an encoding a file is read as text, without one as bytes.');
    }
  }
  return null;
};

type Call = Extract<Node, { type: 'CallExpression' }>;

function isReading(node: Node): node is Call {
  return node.type === 'CallExpression' && /^readFile(?:Sync)?$/.test(calledName(node.callee) ?? '');
}

function hasEncoding({ arguments: [, options] }: Call): boolean {
  if (options?.type !== 'ObjectExpression') return options?.type === 'Literal';
  return options.properties.some((each) => 'key' in each && 'name' in each.key && each.key.name === 'encoding');
}

/** Whether bytes and the text they stand for come to the same here. */
function isTakenForText(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'AwaitExpression':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
      return isTakenForText(tree, parent);
    case 'CallExpression':
      return textOf(tree, parent.callee) === 'JSON.parse' || becomesText(tree, node);
    case 'VariableDeclarator': {
      const { id } = parent;
      return id.type === 'Identifier' && usesOf(tree, id).every((use) => use === id || isTakenForText(tree, use));
    }
    default:
      return becomesText(tree, node);
  }
}
