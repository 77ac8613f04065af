import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedPairs, type Trap } from '../trap.js';

/** `PORT = 8080` of an enum → `PORT = Number(process.env.PORT)`: beside texts, or in a `const enum`, a member is a constant. */
export const enumMember: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'TSEnumMember')) {
    if (!old.initializer || !next.initializer || isCalculated(change.before, old.initializer)) continue;
    if (isCalculated(change.after, next.initializer)) {
      return refuse(
        'slot-is-enum-member',
        'An enum member is a constant, and the new value is known only at run time.',
      );
    }
  }
  return null;
};

/** All but constants of the language and other members: calls, objects, and what `process.env` holds. */
function isCalculated(tree: SyntaxTree, value: Node): boolean {
  return tree.descendants(value).some((node) => !CONSTANT.test(node.type) || isOfProcess(node));
}

const CONSTANT =
  /^(?:Literal|TemplateLiteral|TemplateElement|(?:Unary|Binary|Parenthesized|Member)Expression|Identifier)$/;

function isOfProcess(node: Node): boolean {
  return node.type === 'Identifier' && /^(?:process|import|globalThis|window)$/.test(node.name);
}
