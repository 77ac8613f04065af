import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { refuse } from '../refusal.js';
import { calledName, type Trap, textOf } from './trap.js';

/**
 * `reduce(f, [])` → `reduce(f)`, by a rule that never looked at what is called. Without its list of dependencies an
 * effect runs after every rendering, and nothing is remembered.
 */
export const droppedArgument: Trap = (change) => {
  const { tree, match } = change.task;
  for (const place of change.places) {
    const old = place.old.find(isCall);
    const next = old && place.next.filter(isCall).find((call) => isOfSame(tree, old, change.after, call));
    const dropped = next ? old.arguments.slice(next.arguments.length) : [];
    if (!next || dropped.length === 0 || !startsAlike(tree, old, change.after, next)) continue;
    const name = calledName(old.callee) ?? '';
    const isNamed = match !== null && match.range.start <= old.callee.end;
    const isByChance =
      !isNamed && dropped.every((each) => isBlank(each)) && !dropped.every((each) => isDefault(name, each));
    if (HOOKS.test(name) ? next.arguments.length === 1 : isByChance) {
      return refuse('same-arguments', `"${name}" would be called without an argument it was given.`);
    }
  }
  return null;
};

const HOOKS = /^use(?:Effect|LayoutEffect|InsertionEffect|Memo|Callback)$/;

type Call = Extract<Node, { type: 'CallExpression' | 'NewExpression' }>;

function isCall(node: Node): node is Call {
  return node.type === 'CallExpression' || node.type === 'NewExpression';
}

function isOfSame(tree: SyntaxTree, { callee }: Call, after: SyntaxTree, next: Call): boolean {
  return textOf(tree, callee) === textOf(after, next.callee);
}

function startsAlike(tree: SyntaxTree, old: Call, after: SyntaxTree, next: Call): boolean {
  return next.arguments.every((each, index) => {
    const was = old.arguments[index];
    return was !== undefined && textOf(tree, was) === textOf(after, each);
  });
}

/** What may stand in any call: a rule that takes it away cannot know what it says in this one. */
function isBlank(node: Node): boolean {
  switch (node.type) {
    case 'Literal':
      return typeof node.value !== 'string' || node.value === '';
    case 'ArrayExpression':
      return node.elements.length === 0;
    case 'ObjectExpression':
      return node.properties.length === 0;
    case 'Identifier':
      return node.name === 'undefined';
    default:
      return false;
  }
}

/** What stands for itself when it is left out. */
function isDefault(name: string, node: Node): boolean {
  if (node.type === 'Identifier') return node.name === 'undefined';
  if (node.type !== 'Literal') return false;
  switch (name) {
    case 'setTimeout':
    case 'slice':
    case 'indexOf':
    case 'includes':
    case 'startsWith':
      return node.value === 0;
    case 'addEventListener':
    case 'removeEventListener':
      return node.value === false;
    case 'toString':
      return node.value === 10;
    case 'join':
      return node.value === ',';
    case 'stringify':
      return node.value === null;
    default:
      return false;
  }
}
