import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isOuterExpression } from '../../syntax/is-outer-expression.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/**
 * `a.b` → `a?.b` where nothing can be done with undefined, such as `[...a?.b]` and `(a?.b).c`, or something is made of it
 * that nobody wants: what threw is counted, compared or written as text from then on.
 */
export const unsafeOptional: Trap = ({ after, places }) => {
  const isUnsafe = places.some(({ old, next }) => {
    const at = next.findIndex(({ type }) => type === 'ChainExpression');
    const chain = next[at];
    const was = old[at + old.length - next.length] ?? old[0];
    return chain !== undefined && was?.type === 'MemberExpression' && isNeeded(after, chain);
  });
  return isUnsafe ? refuse('same-operand-types', 'What may be undefined then is used as if it never were.') : null;
};

/** Whether a value is used for what undefined cannot be used for. */
function isNeeded(tree: SyntaxTree, value: Node): boolean {
  const parent = tree.parent(value);
  if (parent && isOuterExpression(parent)) return isNeeded(tree, parent);
  switch (parent?.type) {
    case 'AwaitExpression':
      return isNeeded(tree, parent);
    case 'MemberExpression':
      return parent.object === value && !parent.optional;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === value && !('optional' in parent && parent.optional);
    case 'SpreadElement':
      return tree.parent(parent)?.type !== 'ObjectExpression';
    case 'ForOfStatement':
      return parent.right === value;
    case 'BinaryExpression':
      return /^(?:in|instanceof)$/.test(parent.operator) ? parent.right === value : !/^[!=]==?$/.test(parent.operator);
    case 'AssignmentExpression':
      return parent.operator !== '=' ? COUNTS.test(parent.operator) : /Pattern$/.test(parent.left.type);
    case 'VariableDeclarator':
      return /Pattern$/.test(parent.id.type);
    case 'UnaryExpression':
      return /^[-+~]$/.test(parent.operator);
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'TaggedTemplateExpression':
    case 'TemplateLiteral':
    case 'YieldExpression':
      return parent.type !== 'YieldExpression' || parent.delegate;
    default:
      return false;
  }
}

/** Assignments that make something of both sides; not `||=` and its like. */
const COUNTS = /^(?:[-+*/%&|^]|\*\*|<<|>>>?)=$/;
