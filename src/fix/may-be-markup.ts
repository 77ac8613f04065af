import type { Node } from 'oxc-parser';
import { nameScopes } from '../syntax/name-scopes.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';

const MARKUP = /[<>]|&#?\w+;/;

/** Words of a name that say its value is written in markup. `textContent` says the opposite. */
const MARKUP_NAME =
  /html|markup|markdown|template|svg|xml|jsx|rendered|sanitiz|snippet|rich_?text|wysiwyg|(?<!text)content$|^tpl|tpl$|fragment/i;

/** How far a constant is followed to what it was set to. */
const DEPTH = 3;

/**
 * Whether a value may be markup rather than plain text. Plain: literals without a tag or entity,
 * names and members whose own name does not speak of markup, and what is put together of such.
 * A call may return anything.
 */
export function mayBeMarkup(tree: SyntaxTree, value: Node, depth = 0): boolean {
  const any = (...nodes: readonly Node[]) => nodes.some((node) => mayBeMarkup(tree, node, depth));
  switch (value.type) {
    case 'Literal':
      return typeof value.value === 'string' ? MARKUP.test(value.value) : 'regex' in value;
    case 'TemplateLiteral':
      return value.quasis.some((quasi) => MARKUP.test(quasi.value.raw)) || any(...value.expressions);
    case 'Identifier':
      return MARKUP_NAME.test(value.name) || setToMarkup(tree, value, depth);
    case 'MemberExpression':
      return value.computed || MARKUP_NAME.test(value.property.name);
    case 'ParenthesizedExpression':
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
      return any(value.expression);
    case 'ConditionalExpression':
      return any(value.consequent, value.alternate);
    case 'LogicalExpression':
    case 'BinaryExpression':
      return value.left.type === 'PrivateIdentifier' || any(value.left, value.right);
    case 'CallExpression':
      return !isPlainCall(tree, value, depth);
    default:
      return true;
  }
}

function setToMarkup(tree: SyntaxTree, name: Extract<Node, { type: 'Identifier' }>, depth: number): boolean {
  const binding = nameScopes(tree).resolve(name.name, name);
  const init = binding?.declaration.type === 'VariableDeclarator' ? binding.declaration.init : null;
  if (
    !binding ||
    !init ||
    binding.declaration.type !== 'VariableDeclarator' ||
    binding.declaration.id.type !== 'Identifier'
  ) {
    return false;
  }
  // Of what a call or an awaited promise gave, only the name is known; it was judged already.
  if (init.type === 'CallExpression' || init.type === 'AwaitExpression' || init.type === 'NewExpression') {
    return MARKUP_NAME.test(tree.text.slice(init.start, init.end));
  }
  return depth < DEPTH && init.type !== 'MemberExpression' && mayBeMarkup(tree, init, depth + 1);
}

function isPlainCall(tree: SyntaxTree, call: Extract<Node, { type: 'CallExpression' }>, depth: number): boolean {
  const { callee } = call;
  if (callee.type === 'Identifier') {
    const argument = call.arguments[0];
    return callee.name === 'String' && argument !== undefined && !mayBeMarkup(tree, argument, depth);
  }
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false;
  return (
    /^(?:toString|toFixed|toLocaleString|toUpperCase|toLowerCase|trim)$/.test(callee.property.name) &&
    !mayBeMarkup(tree, callee.object, depth)
  );
}
