import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { type Call, isCall } from '../../syntax/is-call.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `reduce(f, [])` → `reduce(f)`, by a rule that never looked at what is called. Without its list of dependencies an
 * effect runs after every rendering, and nothing is remembered.
 */
export const droppedArgument: Trap = (change) => {
  const { before: tree, match } = change;
  for (const place of change.places) {
    const old = place.old.find(isCall);
    const next = old && place.next.filter(isCall).find((call) => isOfSame(tree, old, change.after, call));
    const kept = next?.arguments.length ?? 0;
    const dropped = old?.arguments.slice(kept) ?? [];
    if (!next || dropped.length === 0 || !startsAlike(tree, old, change.after, next)) continue;
    const name = calledName(old.callee) ?? '';
    const isNamed = match !== null && match.range.start < old.callee.end;
    const isDefaults = dropped.every((each, index) => isDefault(name, kept + index, each));
    const isByChance = !isNamed && dropped.every(isBlank) && !isDefaults;
    if (HOOKS.test(name) ? kept === 1 : isByChance) {
      return refuse('same-arguments', `"${name}" would be called without an argument it was given.`);
    }
  }
  return null;
};

const HOOKS = /^use(?:Effect|LayoutEffect|InsertionEffect|Memo|Callback)$/;

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

/** Whether an argument says what is meant without it as well. */
function isDefault(name: string, index: number, node: Node): boolean {
  if (node.type === 'Identifier') return node.name === 'undefined';
  const known = DEFAULTS[name];
  return node.type === 'Literal' && known?.index === index && node.value === known.value;
}

/** What functions of the language and the browser take where nothing is given, and which argument it is, from 0. */
const DEFAULTS: Readonly<Record<string, { readonly index: number; readonly value: number | boolean | null }>> = {
  setTimeout: { index: 1, value: 0 },
  slice: { index: 0, value: 0 },
  indexOf: { index: 1, value: 0 },
  includes: { index: 1, value: 0 },
  startsWith: { index: 1, value: 0 },
  addEventListener: { index: 2, value: false },
  removeEventListener: { index: 2, value: false },
  toString: { index: 0, value: 10 },
  stringify: { index: 1, value: null },
};
