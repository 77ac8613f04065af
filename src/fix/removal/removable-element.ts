import type { Node } from 'oxc-parser';
import { contains, type TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { hasEffects, holdsCode } from '../../semantics/effects/has-effects.js';
import { isNeededUnseen } from '../../semantics/modules/is-needed-unseen.js';
import { isCall } from '../../syntax/is-call.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { coversHead } from '../matching/covers-head.js';
import { isAskedByPosition, isAskedFor } from './asked-for.js';
import { isTuple } from './counts-positions.js';
import { isExplained } from './is-explained.js';
import { isLeftOut } from './is-left-out.js';
import { checkRegistered, isForbiddenPart } from './registered-part.js';
import { checkAttributes } from './removable-child.js';
import { EXPLAINED, IMPURE, STAYS } from './removal-refusal.js';
import { isShown, type RemovalRequest } from './removal-request.js';

/** The list a node is an element of; null when its parent is no list that can be shortened. */
export function listAround(parent: Node, node: Node): readonly Node[] | null {
  switch (parent.type) {
    case 'ArrayExpression':
      return parent.elements.filter((each) => each !== null);
    case 'ObjectExpression':
      return parent.properties;
    case 'CallExpression':
    case 'NewExpression':
      return parent.arguments.some((each) => each === node) ? parent.arguments : null;
    case 'ImportDeclaration':
      return node.type === 'ImportSpecifier'
        ? parent.specifiers.filter((each) => each.type === 'ImportSpecifier')
        : null;
    default:
      return null;
  }
}

/** Why an element may not go, or null. */
export function checkElement(
  tree: SyntaxTree,
  match: TextRange,
  node: Node,
  parent: Node,
  siblings: readonly Node[],
  request: RemovalRequest | null,
): Refusal | null {
  if (parent.type === 'ArrayExpression' && isCall(node))
    return checkRegistered(tree, match, node, parent) ?? checkPosition(tree, node, parent, siblings);
  if (!coversElement(tree, match, node, parent, request))
    return refuse('value-used', 'The match is only a part of the element, or names a value it uses.');
  const acts = checkValue(tree, node);
  if (acts) return acts;
  if (/^(?:Array|Object)Expression$/.test(parent.type) && isExplained(tree, node)) return EXPLAINED;
  return checkPosition(tree, node, parent, siblings);
}

function checkValue(tree: SyntaxTree, node: Node): Refusal | null {
  if (node.type === 'JSXElement') return node.children.length > 0 ? IMPURE : checkAttributes(tree, node);
  const value = node.type === 'Property' ? node.value : node.type === 'ImportSpecifier' ? null : node;
  return value && (hasEffects(tree, value) || holdsCode(tree, value)) ? IMPURE : null;
}

function coversElement(
  tree: SyntaxTree,
  match: TextRange,
  node: Node,
  parent: Node,
  request: RemovalRequest | null,
): boolean {
  if (node.type === 'Property') return coversProperty(tree, match, node, request);
  if (node.type === 'Identifier' && parent.type === 'ArrayExpression')
    return request !== null && isForbiddenPart(tree, match, node, parent, request.regex);
  // Under whatever name the file has it, it is what the module calls it.
  if (node.type === 'ImportSpecifier') return contains(match, node.imported);
  return contains(match, node) && (isConstant(node) || isAmongElements(node, parent));
}

/** `<DebugPanel key="debug" />` in a list of what is shown. */
function isAmongElements(node: Node, parent: Node): boolean {
  if (node.type !== 'JSXElement' || parent.type !== 'ArrayExpression' || parent.elements.length < 2) return false;
  return parent.elements.every((each) => each?.type === 'JSXElement');
}

/**
 * A key alone may be anybody's; with its value, or with the opening of one of many parts, it is what is forbidden. So it
 * is with the value that the rule's own example shows.
 */
function coversProperty(
  tree: SyntaxTree,
  match: TextRange,
  property: Extract<Node, { type: 'Property' }>,
  request: RemovalRequest | null,
): boolean {
  const { key, value, shorthand } = property;
  if (shorthand || !coversHead(match, key)) return false;
  if (contains(match, value) || (HAS_PARTS.test(value.type) && match.end > value.start)) return true;
  return request !== null && isShown(tree, property, request);
}

const HAS_PARTS = /^(?:Array|Object|Function|ArrowFunction|Call|New)Expression$|^TemplateLiteral$/;

/** A name in a list stands for whatever it holds; only what is written out can be what the rule speaks of. */
function isConstant(node: Node): boolean {
  switch (node.type) {
    case 'Literal':
    case 'ArrayExpression':
    case 'ObjectExpression':
      return true;
    case 'TemplateLiteral':
      return node.expressions.length === 0;
    default:
      return false;
  }
}

function checkPosition(tree: SyntaxTree, node: Node, parent: Node, siblings: readonly Node[]): Refusal | null {
  switch (parent.type) {
    case 'CallExpression':
    case 'NewExpression':
      if (siblings.length === 1) return refuse('value-used', 'It is all that the call is given.');
      return siblings.at(-1) === node ? null : refuse('shifts-positions', 'The arguments behind it would move up.');
    case 'ArrayExpression':
      if (isLeftOut(tree, parent)) return LEFT_OUT;
      if (parent.elements.includes(null)) return refuse('shifts-positions', 'The array has holes.');
      return isTuple(tree, parent, node, siblings) || isAskedByPosition(tree, parent)
        ? refuse('shifts-positions', 'The elements of the array mean something by their positions.')
        : null;
    case 'ObjectExpression': {
      if (isLeftOut(tree, parent)) return LEFT_OUT;
      const name = node.type === 'Property' ? staticName(node.key, node.computed) : null;
      if (name !== null && isAskedFor(tree, parent, name)) {
        return refuse('still-referenced', `"${name}" is still read in this file.`);
      }
      // Whatever is spread behind it takes its place as it is.
      return parent.properties.some((each) => each.type === 'SpreadElement' && each.start < node.start)
        ? refuse('shifts-positions', 'Without the property, a spread one of the same name would take its place.')
        : null;
    }
    case 'ImportDeclaration': {
      if (node.type !== 'ImportSpecifier') return STAYS;
      const used = nameScopes(tree).references.some(({ binding }) => binding?.declaration === node);
      if (used || isNeededUnseen(tree, node.local.name))
        return refuse('still-referenced', `"${node.local.name}" is still used in this file.`);
      return parent.specifiers.length === 1
        ? refuse('statement-removable', 'It is the only name of its import, whose module may have effects.')
        : null;
    }
    default:
      return STAYS;
  }
}

const LEFT_OUT = refuse('value-used', 'It says what is to be left out, and would let that through.');
