import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isStringLike } from '../../syntax/is-string-like.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `path.replace('/v1/', '/v2/')` → both the same, also of what is compared, of the cases of one choice and of the texts of
 * a list: the code tells the old from the new, and is about both.
 */
export const sameTexts: Trap = (change) => {
  const pairs = TYPES.flatMap((type) => changedPairs(change, type));
  return pairs.some(({ old, next }) => repeated(change.after, next) > repeated(change.before, old))
    ? refuse('same-result', 'What is told apart here would be the same.')
    : null;
};

const TYPES = [
  'ArrayExpression',
  'BinaryExpression',
  'CallExpression',
  'ConditionalExpression',
  'IfStatement',
  'SwitchStatement',
] as const;

/** How many of the parts that are told apart have the text of another one. */
function repeated(tree: SyntaxTree, node: Node): number {
  const parts = partsOf(tree, node);
  return parts.length - new Set(parts.map((part) => textOf(tree, part))).size;
}

function partsOf(tree: SyntaxTree, node: Node): readonly Node[] {
  switch (node.type) {
    case 'ArrayExpression':
      return node.elements.filter((element) => element !== null).filter(isStringLike);
    case 'BinaryExpression':
      return COMPARES.test(node.operator) ? [node.left, node.right] : [];
    case 'CallExpression':
      return REPLACES.test(memberName(node.callee) ?? '') ? node.arguments.slice(0, 2) : [];
    case 'ConditionalExpression':
    case 'IfStatement':
      return testsOf(firstOf(tree, node));
    case 'SwitchStatement':
      return node.cases.flatMap(({ test }) => test ?? []);
    default:
      return [];
  }
}

const COMPARES = /^[!=]==?$/;
const REPLACES = /^replace(?:All)?$/;

type Choice = Extract<Node, { type: 'ConditionalExpression' | 'IfStatement' }>;

/** The choice that a row of them begins with, each the `else` of the one before. */
function firstOf(tree: SyntaxTree, choice: Choice): Choice {
  const parent = tree.parent(choice);
  return parent?.type === choice.type && parent.alternate === choice ? firstOf(tree, parent) : choice;
}

function testsOf(choice: Choice): readonly Node[] {
  const { alternate } = choice;
  return alternate?.type === choice.type ? [choice.test, ...testsOf(alternate)] : [choice.test];
}
