import type { Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/**
 * Whether a variable stands for one prototype after the other, as polyfills go through them:
 * `[Element.prototype, Document.prototype].forEach((item) => …)`. What is set on it is called on anything of their kind.
 */
export function isOfPrototypes(tree: SyntaxTree, node: Node): boolean {
  if (node.type !== 'Identifier') return false;
  const binding = nameScopes(tree).resolve(node.name, node);
  if (!binding) return false;
  return tree.lineage(binding.identifier).some((each) => givenTo(each).some((value) => namesPrototype(tree, value)));
}

/** What a loop or a call goes through or hands on. */
function givenTo(node: Node): readonly Node[] {
  if (node.type === 'ForOfStatement') return [node.right];
  if (node.type !== 'CallExpression') return [];
  const given = node.arguments.filter((each) => !isFunction(each));
  return node.callee.type === 'MemberExpression' ? [node.callee.object, ...given] : given;
}

function namesPrototype(tree: SyntaxTree, value: Node): boolean {
  if (value.type === 'Identifier') {
    const declaration = nameScopes(tree).resolve(value.name, value)?.declaration;
    const init = declaration?.type === 'VariableDeclarator' ? declaration.init : null;
    return init?.type === 'ArrayExpression' && namesPrototype(tree, init);
  }
  return value.type === 'ArrayExpression' && /\.prototype\b/.test(textOf(tree, value));
}
