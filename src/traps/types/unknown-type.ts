import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { becomesText } from '../../semantics/uses/becomes-text.js';
import { isTested } from '../../semantics/uses/is-tested.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `x as any` → `x as unknown`: anything may be done with the one, and with the other next to nothing. */
export const unknownType: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedPairs(change, 'TSAsExpression', 'TSTypeAssertion')) {
    if (old.typeAnnotation.type !== 'TSAnyKeyword' || next.typeAnnotation.type !== 'TSUnknownKeyword') continue;
    if (!takesUnknown(tree, old)) {
      return refuse('same-operand-types', 'What stands around it may not take a value of unknown type.');
    }
  }
  return null;
};

/** Asserted further, compared, tested, printed, or dropped. */
function takesUnknown(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'ParenthesizedExpression':
      return takesUnknown(tree, parent);
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'ExpressionStatement':
      return true;
    case 'TemplateLiteral':
      return becomesText(tree, node);
    case 'UnaryExpression':
      return /^(?:!|typeof|void)$/.test(parent.operator);
    case 'BinaryExpression':
      return /^(?:[!=]==?|instanceof)$/.test(parent.operator);
    case 'CallExpression':
      return parent.callee !== node && takesAll(tree, parent.callee);
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && isUnknown(parent.id.typeAnnotation?.typeAnnotation);
    default:
      return isTested(tree, node);
  }
}

/** `String`, `JSON.stringify`, `console.log`; what a class itself or the one it extends has of such a name takes what it says. */
function takesAll(tree: SyntaxTree, callee: Node): boolean {
  if (callee.type !== 'MemberExpression') return TAKES_ALL.test(textOf(tree, callee));
  const isOwn = callee.object.type === 'Super' || callee.object.type === 'ThisExpression';
  return !isOwn && TAKES_ALL.test(memberName(callee) ?? '');
}

const TAKES_ALL = /^(?:String|Boolean|isArray|stringify|log|info|warn|error|debug)$/;

function isUnknown(type: Node | undefined): boolean {
  return type?.type === 'TSUnknownKeyword' || type?.type === 'TSAnyKeyword';
}
