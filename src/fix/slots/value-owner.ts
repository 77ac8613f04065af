import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isAmbient } from '../../syntax/is-ambient.js';
import { isConstAssertion } from '../../syntax/is-const-assertion.js';
import { isFunction } from '../../syntax/is-function.js';
import { isTypeNode } from '../../syntax/place-at.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** What a value belongs to. A `named` owner has a key; a `plain` one (argument, element, return …) has none. */
export type ValueOwner =
  | { readonly kind: 'named'; readonly node: Node; readonly key: Node; readonly name: string | null }
  | { readonly kind: 'plain'; readonly node: Node };

/** The owner of an expression that is a whole value; otherwise why it is none. */
export function valueOwner(tree: SyntaxTree, value: Node): ValueOwner | Refusal {
  let child = value;
  let parent = tree.parent(child);
  while (parent && isTransparent(tree, parent)) {
    if (isConstAssertion(parent)) return refuse('const-assertion', '`as const` accepts a literal only.');
    child = parent;
    parent = tree.parent(parent);
  }
  if (!parent) return refuse('slot-is-value', 'The slot is no value.');
  if (isAmbient(tree, parent) || tree.declarationOnly)
    return refuse('ambient', 'An ambient declaration has no value at run time.');
  return isInDefault(tree, parent) ? DEFAULT : ownerOf(parent, child);
}

/** Whether the value is deeper inside a default, as in `f({ secret } = { secret: 'x' })`; a function ends the search. */
function isInDefault(tree: SyntaxTree, node: Node): boolean {
  let child = node;
  for (let parent = tree.parent(node); parent && !isFunction(parent); child = parent, parent = tree.parent(parent)) {
    if (parent.type === 'AssignmentPattern' && parent.right === child) return true;
  }
  return false;
}

/** Nodes that hand on the value they hold. */
function isTransparent(tree: SyntaxTree, node: Node): boolean {
  switch (node.type) {
    case 'JSXExpressionContainer':
      return tree.parent(node)?.type === 'JSXAttribute';
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'ChainExpression':
      return true;
    default:
      return false;
  }
}

function ownerOf(parent: Node, value: Node): ValueOwner | Refusal {
  switch (parent.type) {
    case 'VariableDeclarator':
      return named(parent, parent.id);
    case 'AssignmentExpression':
      return ownerByAssignment(parent, value);
    case 'Property':
    case 'PropertyDefinition':
    case 'AccessorProperty':
      if (parent.value !== value) return refuse('slot-is-key', 'The string is a key, not a value.');
      return named(parent, parent.key);
    case 'JSXAttribute':
      return named(parent, parent.name);
    case 'JSXExpressionContainer':
      return { kind: 'plain', node: parent };
    case 'CallExpression':
    case 'NewExpression':
      if (parent.callee === value) return OPERAND;
      return { kind: 'plain', node: parent };
    case 'ArrayExpression':
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'ArrowFunctionExpression':
    case 'ExportDefaultDeclaration':
    case 'YieldExpression':
      return { kind: 'plain', node: parent };
    default:
      return refuseOwner(parent, value);
  }
}

function ownerByAssignment(parent: Extract<Node, { type: 'AssignmentExpression' }>, value: Node): ValueOwner | Refusal {
  if (parent.right !== value) return refuse('slot-is-value', 'The slot is assigned to, not a value.');
  switch (parent.operator) {
    case '=':
      return named(parent, parent.left);
    case '||=':
    case '??=':
    case '&&=':
      return DEFAULT;
    default:
      return OPERAND;
  }
}

const DEFAULT = refuse('slot-is-default', 'The value is a default: whoever passes another value overrides it.');
const OPERAND = refuse('literal-is-operand', 'The literal is only part of a larger expression.');

function refuseOwner(parent: Node, value: Node): Refusal {
  switch (parent.type) {
    case 'AssignmentPattern':
      return DEFAULT;
    case 'TSEnumMember':
      return refuse('slot-is-enum-member', 'An enum member is a constant of the type system as well.');
    case 'MemberExpression':
      return parent.property === value ? refuse('slot-is-key', 'The string names a member.') : OPERAND;
    case 'SwitchCase':
      return refuse('slot-is-case-label', 'The literal is a case label, compared against, not used.');
    case 'ImportDeclaration':
    case 'ImportExpression':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportAttribute':
    case 'TSExternalModuleReference':
    case 'TSImportType':
      return refuse('slot-is-module-name', 'The string names a module.');
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'ConditionalExpression':
    case 'UnaryExpression':
    case 'TaggedTemplateExpression':
    case 'TemplateLiteral':
    case 'SequenceExpression':
    case 'SpreadElement':
    case 'AwaitExpression':
      return OPERAND;
    default:
      if (isTypeNode(parent)) return refuse('slot-is-type', 'The literal is a type, not a value.');
      return refuse('slot-is-value', 'The literal is not the value of anything.');
  }
}

function named(node: Node, key: Node): ValueOwner {
  return { kind: 'named', node, key, name: nameOf(node, key) };
}

/** The name a key gives its value: `secret` for `this.#secret`, `x-api-key` for `h['x-api-key']`; null when computed. */
function nameOf(owner: Node, key: Node): string | null {
  switch (key.type) {
    case 'Identifier':
      return isComputed(owner) ? null : key.name;
    case 'PrivateIdentifier':
    case 'JSXIdentifier':
      return key.name;
    case 'JSXNamespacedName':
      return `${key.namespace.name}:${key.name.name}`;
    case 'Literal':
      return typeof key.value === 'string' ? key.value : null;
    case 'MemberExpression':
      return nameOf(key, key.property);
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
      return nameOf(owner, key.expression);
    default:
      return null;
  }
}

function isComputed(node: Node): boolean {
  return 'computed' in node && node.computed === true;
}
