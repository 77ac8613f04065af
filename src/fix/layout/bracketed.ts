import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import { isRefusal } from '../../model/refusal.js';
import { isExpression } from '../../syntax/is-expression.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { editedRanges } from '../checks/edited-ranges.js';
import { verifyEdits } from '../checks/verify-edits.js';
import { isExactly } from '../slots/value-slot.js';
import { isExpressionText } from '../template/expression-text.js';

/** Brackets around what takes the place of an expression, only where it would otherwise fall apart among its neighbours. */
export function bracketed(tree: SyntaxTree, node: Node, edit: Edit): Edit {
  const stays = takesAnyExpression(tree, node) || (!isBlockAsBody(tree, node, edit) && staysWhole(tree, edit));
  return stays ? edit : { ...edit, text: `(${edit.text})` };
}

/** Right behind an arrow `{}` is a block with nothing in it. */
function isBlockAsBody(tree: SyntaxTree, node: Node, { text }: Edit): boolean {
  const parent = tree.parent(node);
  return parent?.type === 'ArrowFunctionExpression' && parent.body === node && text.startsWith('{');
}

/** `Math.pow(a, 2)` → `a ** 2` of `Math.pow(a, 2).toFixed()`: the same for what was found, where brackets make it right. */
export function bracketedFound(tree: SyntaxTree, edit: Edit): Edit {
  // With a comment or space about it, what is written is never one piece.
  if (!OPERATOR.test(edit.text) || /\/[*/]|^\s|\s$/.test(edit.text)) return edit;
  const node = tree.enclosing(edit.range);
  if (!isExactly(node, edit.range) || !isExpression(tree, node) || !isExpressionText(tree.path, edit.text)) return edit;
  const whole = bracketed(tree, node, edit);
  return whole === edit || !staysWhole(tree, whole) ? edit : whole;
}

const OPERATOR = /[-+*/%&|^<>=!?~]|\s(?:in|instanceof)\s|^(?:await|delete|typeof|void)\s/;

/** Whether what an edit writes is one piece of syntax where it stands. */
export function staysWhole(tree: SyntaxTree, edit: Edit): boolean {
  const after = verifyEdits(tree, [edit]);
  if (isRefusal(after)) return false;
  const range = editedRanges([edit])[0];
  return range !== undefined && isExactly(after.enclosing(range), range);
}

/** Where whatever is one expression stands whole, without a parse to prove it. */
function takesAnyExpression(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.init === node;
    case 'AssignmentExpression':
      return parent.right === node;
    case 'Property':
    case 'PropertyDefinition':
      return parent.value === node;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== node;
    case 'ArrayExpression':
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
    case 'TemplateLiteral':
      return true;
    default:
      return false;
  }
}
