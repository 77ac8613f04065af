import type { MemberExpression } from 'oxc-parser';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/**
 * Whether the language, or Node, reads a member without being asked by name: `regex.lastIndex` tells where to go on,
 * `list.length` cuts, and an object made in place of a prototype has the constructor of another class until it is set.
 */
export function isReadByLanguage(tree: SyntaxTree, target: MemberExpression): boolean {
  const name = memberName(target) ?? '';
  if (/^(?:lastIndex|length|prototype|__proto__|exitCode)$/.test(name)) return true;
  return name === 'constructor' && isExchanged(tree, textOf(tree, target.object));
}

/** Whether the file sets `Parser.prototype` as a whole. */
function isExchanged(tree: SyntaxTree, prototype: string): boolean {
  return tree.descendants(tree.program).some((node) => {
    return node.type === 'AssignmentExpression' && textOf(tree, node.left) === prototype;
  });
}
