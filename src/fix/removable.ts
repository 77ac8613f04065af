import type { Node } from 'oxc-parser';
import { contains, rangesOverlap, type TextRange } from '../model/position.js';
import { nameScopes } from '../syntax/name-scopes.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { hasEffects, holdsCode } from './has-effects.js';
import { type Refusal, refuse } from './refusal.js';

/** What a removal takes away: a whole statement, or one element of a list. */
export type Removable =
  | { readonly kind: 'statement'; readonly node: Node }
  | { readonly kind: 'element'; readonly node: Node; readonly siblings: readonly Node[] }
  | { readonly kind: 'attribute'; readonly node: Node };

/** The smallest statement or list element that the match is the head of, if nothing is lost with it but itself. */
export function findRemovable(tree: SyntaxTree, match: TextRange): Removable | Refusal {
  for (const node of tree.lineage(tree.enclosing(match))) {
    const parent = tree.parent(node);
    if (!parent) break;
    const siblings = listOf(parent, node);
    if (siblings) return element(tree, match, node, parent, siblings);
    if (node.type === 'JSXAttribute') return attribute(tree, node, parent);
    if (isStatement(node)) return statement(tree, match, node, parent);
  }
  return refuse('statement-removable', 'The match spreads over more than one statement or element.');
}

function isStatement(node: Node): boolean {
  return /Statement$|Declaration$|^VariableDeclaration$/.test(node.type);
}

function statement(tree: SyntaxTree, match: TextRange, node: Node, parent: Node): Removable | Refusal {
  const refusal = mayGo(tree, match, node) ?? standsAlone(tree, node, parent);
  return refusal ?? { kind: 'statement', node };
}

/** Whether the statement itself is of a kind whose only point is what matched. */
function mayGo(tree: SyntaxTree, match: TextRange, node: Node): Refusal | null {
  switch (node.type) {
    case 'DebuggerStatement':
    case 'EmptyStatement':
      return null;
    case 'ImportDeclaration':
      return importMayGo(tree, node);
    case 'ExpressionStatement':
      return node.directive === null ? expressionMayGo(tree, match, node.expression) : STAYS;
    case 'VariableDeclaration':
      return declarationMayGo(tree, match, node);
    default:
      return STAYS;
  }
}

const STAYS = refuse(
  'statement-removable',
  'The statement the match lies in steers the program or declares what others use.',
);
const USED = refuse('value-used', 'The match is only a part of the statement, which uses its value.');

function importMayGo(tree: SyntaxTree, node: Extract<Node, { type: 'ImportDeclaration' }>): Refusal | null {
  if (node.specifiers.length === 0) return refuse('statement-removable', 'The module is imported for its effects.');
  const used = nameScopes(tree).references.find(({ binding }) => binding && tree.parent(binding.declaration) === node);
  return used ? refuse('still-referenced', `"${used.name}" is still used in this file.`) : null;
}

function expressionMayGo(tree: SyntaxTree, match: TextRange, expression: Node): Refusal | null {
  switch (expression.type) {
    case 'AwaitExpression':
    case 'ParenthesizedExpression':
    case 'ChainExpression':
      return expressionMayGo(tree, match, 'argument' in expression ? expression.argument : expression.expression);
    case 'UnaryExpression':
      return expression.operator === 'void' ? expressionMayGo(tree, match, expression.argument) : USED;
    case 'CallExpression':
    case 'NewExpression':
      return callMayGo(tree, match, expression);
    case 'AssignmentExpression':
      if (!rangesOverlap(expression.left, match) || expression.left.type !== 'MemberExpression') return USED;
      return hasEffects(tree, expression.right) || hasEffects(tree, expression.left) ? IMPURE : null;
    case 'Identifier':
    case 'MemberExpression':
      return hasEffects(tree, expression) ? IMPURE : null;
    default:
      return USED;
  }
}

const IMPURE = refuse('argument-pure', 'The code that would go with it has effects of its own.');

function callMayGo(
  tree: SyntaxTree,
  match: TextRange,
  call: Extract<Node, { type: 'CallExpression' | 'NewExpression' }>,
): Refusal | null {
  if (call.arguments.some((argument) => contains(argument, match))) {
    return refuse('value-used', 'The match lies in an argument of the call, which uses its value.');
  }
  if (call.arguments.some((argument) => hasEffects(tree, argument) || holdsCode(tree, argument))) return IMPURE;
  return calleeMayGo(tree, match, call.callee);
}

/** A chain goes whole when it begins with what matched: `cy.pause().log()` is more than its last call. */
function calleeMayGo(tree: SyntaxTree, match: TextRange, callee: Node): Refusal | null {
  if (callee.type === 'CallExpression' || callee.type === 'NewExpression') return IMPURE;
  if (callee.type !== 'MemberExpression') return hasEffects(tree, callee) ? IMPURE : null;
  if (!hasEffects(tree, callee.object)) return null;
  return contains(callee.object, match)
    ? refuse('value-used', 'The rest of the chain uses the value of what matched.')
    : IMPURE;
}

function declarationMayGo(
  tree: SyntaxTree,
  match: TextRange,
  node: Extract<Node, { type: 'VariableDeclaration' }>,
): Refusal | null {
  const [only, ...others] = node.declarations;
  if (!only || others.length > 0 || only.id.type !== 'Identifier') return STAYS;
  const parent = tree.parent(node);
  if (parent && parent.type !== 'Program' && parent.type !== 'BlockStatement') return STAYS;
  if (only.init && contains(only.init, match)) return USED;
  if (only.init && (hasEffects(tree, only.init) || holdsCode(tree, only.init))) return IMPURE;
  const { name } = only.id;
  const used = nameScopes(tree).references.some(({ binding }) => binding?.identifier === only.id);
  return used ? refuse('still-referenced', `"${name}" is still used in this file.`) : null;
}

/** Whether the code around is complete without the statement. */
function standsAlone(tree: SyntaxTree, node: Node, parent: Node): Refusal | null {
  switch (parent.type) {
    case 'Program':
    case 'StaticBlock':
    case 'TSModuleBlock':
    case 'SwitchCase':
      return hasAsiHazard(tree, node) ? HAZARD : null;
    case 'BlockStatement':
      if (parent.body.length === 1) return refuse('sole-body', 'The block would be left empty.');
      return hasAsiHazard(tree, node) ? HAZARD : null;
    case 'LabeledStatement':
      return refuse('labelled', 'The statement has a label.');
    default:
      return refuse('sole-body', 'The statement is the whole body of a branch or loop.');
  }
}

const HAZARD = refuse('asi-hazard', 'Without the statement, the lines around it would be read as one.');

/** The line before has no semicolon, and what follows would continue it. */
function hasAsiHazard(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (!parent) return false;
  const siblings = tree.children(parent);
  const at = siblings.indexOf(node);
  const [before, after] = [siblings[at - 1], siblings[at + 1]];
  if (!before || !after || /[;}]$/.test(tree.text.slice(before.start, before.end))) return false;
  return /^[([`+\-/]/.test(tree.text.slice(after.start));
}

/** The list a node is an element of; null when its parent is no list that can be shortened. */
function listOf(parent: Node, node: Node): readonly Node[] | null {
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

function element(
  tree: SyntaxTree,
  match: TextRange,
  node: Node,
  parent: Node,
  siblings: readonly Node[],
): Removable | Refusal {
  const head = node.type === 'Property' ? node.key : node;
  const covered = node.type === 'Property' ? rangesOverlap(head, match) : covers(match, node);
  if (!covered) return refuse('value-used', 'The match is only a part of the element, which uses its value.');
  const value = node.type === 'Property' ? node.value : node.type === 'ImportSpecifier' ? null : node;
  if (value && (hasEffects(tree, value) || holdsCode(tree, value))) return IMPURE;
  return elementStandsAlone(tree, node, parent, siblings) ?? { kind: 'element', node, siblings };
}

function elementStandsAlone(tree: SyntaxTree, node: Node, parent: Node, siblings: readonly Node[]): Refusal | null {
  switch (parent.type) {
    case 'CallExpression':
    case 'NewExpression':
      return siblings.at(-1) === node ? null : refuse('shifts-positions', 'The arguments behind it would move up.');
    case 'ArrayExpression':
      return parent.elements.includes(null) ? refuse('shifts-positions', 'The array has holes.') : null;
    case 'ObjectExpression':
      return parent.properties.some((each) => each.type === 'SpreadElement')
        ? refuse('shifts-positions', 'Without the property, a spread one of the same name would take its place.')
        : null;
    case 'ImportDeclaration': {
      if (node.type !== 'ImportSpecifier') return STAYS;
      const used = nameScopes(tree).references.some(({ binding }) => binding?.declaration === node);
      if (used) return refuse('still-referenced', `"${node.local.name}" is still used in this file.`);
      return parent.specifiers.length === 1
        ? refuse('statement-removable', 'It is the only name of its import, whose module may have effects.')
        : null;
    }
    default:
      return STAYS;
  }
}

function attribute(tree: SyntaxTree, node: Extract<Node, { type: 'JSXAttribute' }>, parent: Node): Removable | Refusal {
  const value = node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
  if (value && value.type !== 'JSXEmptyExpression' && (hasEffects(tree, value) || holdsCode(tree, value)))
    return IMPURE;
  if (parent.type !== 'JSXOpeningElement') return STAYS;
  return parent.attributes.some((each) => each.type === 'JSXSpreadAttribute')
    ? refuse('shifts-positions', 'Without the attribute, a spread one of the same name would take its place.')
    : { kind: 'attribute', node };
}

function covers(match: TextRange, node: TextRange): boolean {
  return match.start <= node.start && node.end <= match.end;
}
