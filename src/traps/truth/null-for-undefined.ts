import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isTested } from '../../semantics/uses/is-tested.js';
import { nothingOf as nothingGiven } from '../../semantics/values/nothing-of.js';
import { typesOf } from '../../semantics/values/primitive-type.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Change, Trap } from '../trap.js';

/** `null` → `undefined` and back, `a ?? null` → `a`: who compares strictly, passes it on or writes it as JSON tells them apart. */
export const nullForUndefined: Trap = (change) => {
  const { before: tree, places } = change;
  for (const { was, made } of places) {
    if (losesDefault(change, was, made)) return refuse('null-comparison', DEFAULT);
    const [before, now] = [nothingOf(was), nothingOf(made)];
    if (before === null || now === null || before === now || isComparedLoosely(tree, was)) continue;
    return refuse('null-comparison', `Whoever gets this value may tell ${before} from ${now}.`);
  }
  return null;
};

const DEFAULT =
  'What is nothing may be of the other kind without the default, which JSON, a query or a parameter may tell.';

/** Whether what a default made null may now be undefined, or the other way round, and somebody gets to see which. */
function losesDefault({ before: tree, after, site }: Change, was: Node, made: Node): boolean {
  if (was.type !== 'LogicalExpression' || was.operator !== '??' || isTested(tree, was)) return false;
  const whole = tree.parent(was)?.type === 'ParenthesizedExpression' ? (tree.parent(was) ?? was) : was;
  if (isComparedLoosely(tree, whole) || isReplaced(tree, whole)) return false;
  const kind = nothingOf(was.right);
  if (kind === null || textOf(after, made) !== textOf(tree, was.left) || isShown(tree, was)) return false;
  const types = typesOf(tree, was.left, site.types);
  const other = kind === 'null' ? 'undefined' : 'null';
  return types.has(other) || (types.has('unknown') && nothingGiven(tree, was.left) !== kind);
}

/** `<p>{name ?? null}</p>` shows nothing either way. */
function isShown(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return parent?.type === 'JSXExpressionContainer' && /^JSX(?:Element|Fragment)$/.test(tree.parent(parent)?.type ?? '');
}

function nothingOf(node: Node): 'null' | 'undefined' | null {
  switch (node.type) {
    case 'Literal':
      return node.value === null && node.raw === 'null' ? 'null' : null;
    case 'Identifier':
      return node.name === 'undefined' ? 'undefined' : null;
    case 'UnaryExpression':
      return node.operator === 'void' ? 'undefined' : null;
    case 'ReturnStatement':
      return node.argument === null ? 'undefined' : nothingOf(node.argument);
    default:
      return null;
  }
}

/** `(a ?? null) ?? b`, `{ ...(a ?? null) }`: nothing is nothing there. */
function isReplaced(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (parent?.type === 'LogicalExpression') return parent.left === node && parent.operator !== '&&';
  return parent?.type === 'SpreadElement' && tree.parent(parent)?.type === 'ObjectExpression';
}

function isComparedLoosely(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return parent?.type === 'BinaryExpression' && /^[!=]=$/.test(parent.operator);
}
