import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { calledName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `export default Theme;` → `export default memo(Theme);`: what makes a component of another takes nothing else. */
export const noComponent: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (made.type !== 'CallExpression' || !TAKES_COMPONENT.test(calledName(made.callee) ?? '')) continue;
    const [given] = made.arguments;
    if (!given || textOf(after, given) !== textOf(tree, was) || !isOther(tree, was)) continue;
    return refuse('same-arguments', `"${textOf(tree, was)}" is no component.`);
  }
  return null;
};

const TAKES_COMPONENT = /^(?:memo|forwardRef|observer)$/;

/** Whether a value is seen to be something else than a function or class. */
function isOther(tree: SyntaxTree, node: Node): boolean {
  const declared = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node)?.declaration.type : null;
  return declared === 'TSEnumDeclaration' || OTHER.test(constantValue(tree, node).type);
}

const OTHER =
  /^(?:(?:Object|Array|New|Template|Binary|Unary)Expression|Literal|TemplateLiteral|JSXElement|JSXFragment)$/;
