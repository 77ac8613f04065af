import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedPairs, type Trap } from '../trap.js';

/** `new Buffer(10)` makes ten bytes; `Buffer.from(10)` throws, and so does `Buffer.alloc('abc')`. */
export const bufferSize: Trap = (change) => {
  const { before: tree, site } = change;
  for (const { old, next } of changedPairs(change, 'NewExpression', 'CallExpression')) {
    if (old.type !== 'NewExpression' || old.callee.type !== 'Identifier' || old.callee.name !== 'Buffer') continue;
    const made = next.type === 'CallExpression' ? memberName(next.callee) : null;
    const [argument, encoding] = old.arguments;
    if (made?.startsWith('alloc') && argument && onePrimitive(typesOf(tree, argument, site.types)) !== 'number') {
      return refuse('same-arguments', 'The argument may be what the bytes are made of, and not how many there are.');
    }
    if (made !== 'from') continue;
    // Only of a text the encoding is told.
    if (encoding?.type === 'Literal' && typeof encoding.value === 'string') continue;
    const types = argument ? typesOf(tree, argument, site.types) : new Set(['unknown']);
    if (types.has('number') || (types.has('unknown') && !isWrittenJson(tree, argument))) {
      return refuse('same-arguments', 'The argument may be a size, which Buffer.from does not take.');
    }
  }
  return null;
};

/** `JSON.stringify(x)` is a text or nothing, which makes no bytes either way. */
function isWrittenJson(tree: SyntaxTree, argument: Node | undefined): boolean {
  const value = argument && constantValue(tree, argument);
  if (value?.type !== 'CallExpression' || memberName(value.callee) !== 'stringify') return false;
  const { callee } = value;
  const of = callee.type === 'MemberExpression' ? callee.object : null;
  return of?.type === 'Identifier' && of.name === 'JSON' && isUnbound(tree, of);
}
