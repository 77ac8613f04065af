import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { takesNames } from '../../semantics/modules/takes-names.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/**
 * `require(file)` → `await import(file)`: one takes paths, looks for what they end in and gives what the file exports;
 * the other takes addresses, which a path of Windows is not, and gives a namespace around it, which nobody can call.
 */
export const requiredPath: Trap = ({ before: tree, after, places }) => {
  for (const { old, next, made } of places) {
    if (![...after.descendants(made), ...next].some(({ type }) => type === 'ImportExpression')) continue;
    const required = old.find(isRequire);
    if (!required) continue;
    const module = constantText(tree, required);
    if (module === null) return PATH;
    if (/\.json$/.test(module)) return DATA;
    if (!takesNames(tree, required)) return WHOLE;
  }
  return null;
};

const PATH = refuse('same-result', 'What is required by a path would be imported by an address.');
const DATA = refuse(
  'same-result',
  'What is imported of JSON is a namespace around it, and needs to be said to be JSON.',
);
const WHOLE = refuse('same-result', 'What is imported is a namespace, not what the module exports as a whole.');

type Call = Extract<Node, { type: 'CallExpression' }>;

function isRequire(node: Node): node is Call {
  return node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require';
}

function constantText(tree: SyntaxTree, { arguments: [module] }: Call): string | null {
  const value = module && constantValue(tree, module);
  if (value?.type === 'Literal') return String(value.value);
  return value?.type === 'TemplateLiteral' && !value.expressions[0] ? (value.quasis[0]?.value.cooked ?? '') : null;
}
