import type { Node } from 'oxc-parser';
import { rangesOverlap } from '../../model/position.js';
import { refuse } from '../../model/refusal.js';
import { changedPairs, type Trap } from '../trap.js';

/** `function audit(text)` → `function audit(ctx, text)`, where the rule is about calls: the function has its callers elsewhere, too. */
export const declaredParameter: Trap = (change) => {
  const { match } = change;
  if (!match) return null;
  const pairs = TYPES.flatMap((type) => changedPairs(change, type));
  return pairs.some(({ old, next }) => {
    const name = nameOf(old);
    return name && rangesOverlap(name, match.range) && countOf(next) !== countOf(old);
  })
    ? refuse('same-arguments', 'What matched declares the function, and does not call it.')
    : null;
};

const TYPES = [
  'FunctionDeclaration',
  'MethodDefinition',
  'Property',
  'TSAbstractMethodDefinition',
  'TSDeclareFunction',
  'TSMethodSignature',
] as const;

function nameOf(node: Node): Node | null {
  if ('id' in node) return node.id;
  return 'key' in node && !(node.type === 'Property' && !node.method) ? node.key : null;
}

function countOf(node: Node): number {
  if ('params' in node && Array.isArray(node.params)) return node.params.length;
  return 'value' in node && typeof node.value === 'object' && node.value ? countOf(node.value as Node) : 0;
}
