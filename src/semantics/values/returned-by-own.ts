import type { Node } from 'oxc-parser';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { classMembers } from './members-of-type.js';

/** What a method of the class around says that it returns, where it has no other by that name; null of any other call. */
export function returnedByOwn(tree: SyntaxTree, callee: Node): Node | null {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'ThisExpression') return null;
  const name = staticName(callee.property, callee.computed);
  const named = classMembers(tree, callee.object).filter(
    (each) => 'key' in each && staticName(each.key, false) === name,
  );
  const [method, ...others] = named;
  if (method?.type !== 'MethodDefinition' || method.kind !== 'method' || others.length > 0) return null;
  const { async: isAsync, generator, returnType } = method.value;
  return isAsync || generator ? null : (returnType?.typeAnnotation ?? null);
}
