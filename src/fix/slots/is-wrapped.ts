import type { Node } from 'oxc-parser';
import { constantValue } from '../../semantics/values/constant-value.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/**
 * Whether code already stands inside what a template would put around it: between the very same
 * text, or anywhere in the arguments of the same call or in the same element, or being that call itself.
 */
export function isWrapped(
  tree: SyntaxTree,
  node: Node,
  around: { readonly before: string; readonly after: string },
): boolean {
  const squeezed = (text: string) => text.replace(/\s+/g, '');
  const before = squeezed(around.before);
  const after = squeezed(around.after);
  if (standsBehind(tree.text.slice(0, node.start), before) && squeezed(tree.text.slice(node.end)).startsWith(after)) {
    return true;
  }
  const tag = /^\s*<([\w.]+)/.exec(around.before)?.[1];
  if (tag !== undefined && tree.lineage(node).some((each) => each !== node && isElementOf(tree, each, tag)))
    return true;
  const wrapper = outerCallee(tree.path, `${around.before}hole${around.after}`);
  if (wrapper === null) return false;
  if (yieldsWrapped(tree, node, wrapper)) return true;
  for (const each of tree.lineage(node)) {
    if (STATEMENT.test(each.type)) return false;
    if (calleeText(tree, each) === wrapper) return true;
  }
  return false;
}

/** Whether a text ends in a template's, spaces aside, and not in a longer word such as the `alert(` that is no `t(`. */
function standsBehind(text: string, before: string): boolean {
  let at = text.length;
  for (let left = before.length; left > 0; left -= 1) {
    at = text.slice(0, at).trimEnd().length - 1;
    if (at < 0 || text[at] !== before[left - 1]) return false;
  }
  return !(/^[\w$]/.test(before) && /[\w$]$/.test(text.slice(0, at)));
}

function isElementOf(tree: SyntaxTree, node: Node, tag: string): boolean {
  return node.type === 'JSXElement' && textOf(tree, node.openingElement.name) === tag;
}

/** Whether the value comes from the wrapping call whichever way it is taken, also by a name for it; literals aside. */
function yieldsWrapped(tree: SyntaxTree, node: Node, wrapper: string): boolean {
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
      return yieldsWrapped(tree, node.expression, wrapper);
    case 'AwaitExpression':
      return yieldsWrapped(tree, node.argument, wrapper);
    case 'ConditionalExpression':
    case 'LogicalExpression': {
      const branches = node.type === 'LogicalExpression' ? [node.left, node.right] : [node.consequent, node.alternate];
      const chosen = branches.filter(({ type }) => type !== 'Literal');
      return chosen.length > 0 && chosen.every((each) => yieldsWrapped(tree, each, wrapper));
    }
    case 'Identifier': {
      const value = constantValue(tree, node);
      return value !== node && value.type !== 'Identifier' && yieldsWrapped(tree, value, wrapper);
    }
    default:
      return calleeText(tree, node) === wrapper;
  }
}

const STATEMENT = /Statement$|Declaration$|^ClassBody$|^Program$/;

/** The callee of the call a template consists of, such as `DOMPurify.sanitize`; null when it is none. */
function outerCallee(path: string, text: string): string | null {
  const tree = parseSyntax(`snippet${/\.[^./\\]+$/.exec(path)?.[0] ?? ''}`, `(${text}\n)`);
  const statement = tree?.program.body[0];
  if (!tree || tree.errors.length > 0 || statement?.type !== 'ExpressionStatement') return null;
  let node: Node = statement.expression;
  while (node.type === 'ParenthesizedExpression' || node.type === 'ChainExpression') node = node.expression;
  return calleeText(tree, node.type === 'AwaitExpression' ? node.argument : node);
}

function calleeText(tree: SyntaxTree, node: Node): string | null {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return null;
  return textOf(tree, node.callee).replace(/\s+/g, '');
}
