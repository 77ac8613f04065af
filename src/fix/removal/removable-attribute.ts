import type { Node } from 'oxc-parser';
import { contains, type TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { hasEffects, holdsCode } from '../../semantics/effects/has-effects.js';
import { attributeValue, type JsxAttribute } from '../../syntax/jsx.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { IMPURE, STAYS } from './removal-refusal.js';

/** Why an attribute may not go, or null. */
export function checkAttribute(tree: SyntaxTree, match: TextRange, node: JsxAttribute, parent: Node): Refusal | null {
  if (!contains(match, node.name)) {
    return refuse('match-is-whole', 'The match is not the name of the attribute but a part of it or of its value.');
  }
  const value = attributeValue(node);
  if (value && value.type !== 'JSXEmptyExpression' && (hasEffects(tree, value) || holdsCode(tree, value)))
    return IMPURE;
  if (parent.type !== 'JSXOpeningElement') return STAYS;
  return parent.attributes.some((each) => each.type === 'JSXSpreadAttribute' && each.start < node.start)
    ? refuse('shifts-positions', 'Without the attribute, a spread one of the same name would take its place.')
    : null;
}
