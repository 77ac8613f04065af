import type { Node } from 'oxc-parser';
import { refuse } from '../refusal.js';
import { changedPairs, type Trap } from './trap.js';

/** `class` → `className` beside a `className`: the later one wins, and the other is lost. */
export const duplicateKey: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'JSXOpeningElement', 'ObjectExpression')) {
    const doubled = firstDouble(next);
    if (doubled !== null && firstDouble(old) === null) {
      return refuse('name-taken', `"${doubled}" is set here already.`);
    }
  }
  return null;
};

function firstDouble(node: Extract<Node, { type: 'JSXOpeningElement' | 'ObjectExpression' }>): string | null {
  const names = (node.type === 'ObjectExpression' ? node.properties : node.attributes).flatMap(nameOf);
  return names.find((name, index) => names.indexOf(name) !== index) ?? null;
}

function nameOf(node: Node): readonly string[] {
  if (node.type === 'JSXAttribute') return node.name.type === 'JSXIdentifier' ? [node.name.name] : [];
  if (node.type !== 'Property' || node.computed || node.kind !== 'init') return [];
  if (node.key.type === 'Identifier') return [node.key.name];
  return node.key.type === 'Literal' ? [String(node.key.value)] : [];
}
