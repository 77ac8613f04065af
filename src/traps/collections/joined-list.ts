import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { TypeOracle } from '../../model/type-oracle.js';
import { typesOf } from '../../semantics/values/primitive-type.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedPairs, type Trap } from '../trap.js';

/** `a.concat(b)` also joins texts, and takes what is no list as one element; `[...a, ...b]` does neither. */
export const joinedList: Trap = (change) => {
  const { before: tree, site } = change;
  for (const { old, next } of changedPairs(change, 'CallExpression', 'ArrayExpression')) {
    if (old.type !== 'CallExpression' || next.type !== 'ArrayExpression') continue;
    if (old.callee.type !== 'MemberExpression' || memberName(old.callee) !== 'concat') continue;
    const operands = [old.callee.object, ...old.arguments];
    if (operands.some((each) => !isObject(tree, each, site.types))) {
      return refuse('same-operand-types', 'What is joined is not known to be lists.');
    }
  }
  return null;
};

function isObject(tree: SyntaxTree, node: Node, oracle: TypeOracle | undefined): boolean {
  const [only, ...others] = typesOf(tree, node, oracle);
  return only === 'object' && others.length === 0;
}
