import type { MemberExpression } from 'oxc-parser';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/**
 * Whether the language, or Node, reads a member without being asked by name: `regex.lastIndex` tells where to go on,
 * `list.length` cuts, the text of an error begins with its name, and an object made in place of a prototype has the constructor of another class until it is set.
 */
export function isReadByLanguage(tree: SyntaxTree, target: MemberExpression): boolean {
  const name = memberName(target) ?? '';
  if (/^(?:lastIndex|length|prototype|__proto__|exitCode)$/.test(name)) return true;
  if (name === 'name' && target.object.type === 'ThisExpression' && isInError(tree, target)) return true;
  return name === 'constructor' && isExchanged(tree, textOf(tree, target.object));
}

/** In a class of errors, whose text begins with its name. */
function isInError(tree: SyntaxTree, target: MemberExpression): boolean {
  const around = tree.lineage(target).find(({ type }) => /^Class(?:Declaration|Expression)$/.test(type));
  const isClass = around?.type === 'ClassDeclaration' || around?.type === 'ClassExpression';
  return isClass && around.superClass !== null && /Error$/.test(textOf(tree, around.superClass));
}

/** Whether the file sets `Parser.prototype` as a whole. */
function isExchanged(tree: SyntaxTree, prototype: string): boolean {
  return tree.descendants(tree.program).some((node) => {
    return node.type === 'AssignmentExpression' && textOf(tree, node.left) === prototype;
  });
}
