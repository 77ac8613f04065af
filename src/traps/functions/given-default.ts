import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isTested } from '../../semantics/uses/is-tested.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import type { Trap } from '../trap.js';

/**
 * `(isValid?: boolean)` → `(isValid: boolean = false)`: where the code tells that nothing was given, as by `??` or
 * `typeof`, or hands it on to code that does, it does something else then.
 */
export const givenDefault: Trap = ({ before: tree, places }) => {
  for (const { was, made, next } of places) {
    const pattern = [made, ...next].find(({ type }) => type === 'AssignmentPattern');
    if (was.type !== 'Identifier' || pattern?.type !== 'AssignmentPattern') continue;
    if (!('optional' in was && was.optional) || !isFalsy(pattern.right)) continue;
    if (!usesOf(tree, was).every((use) => isTruthAlone(tree, use))) {
      return refuse('same-result', 'The code may tell a parameter that is not given from one with that value.');
    }
  }
  return null;
};

function isFalsy(value: Node): boolean {
  return value.type === 'Literal' && !value.value;
}

function isTruthAlone(tree: SyntaxTree, use: Node): boolean {
  const parent = tree.parent(use);
  if (parent?.type === 'LogicalExpression' && parent.operator === '??') return false;
  return isTested(tree, use);
}
