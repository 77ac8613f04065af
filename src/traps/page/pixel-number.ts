import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { attributeName } from '../../syntax/jsx.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/** `"20px"` → `20`: only the style of an element takes a number for pixels, and not for `lineHeight` and its like. */
export const pixelNumber: Trap = ({ before: tree, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'Literal' || made.type !== 'Literal') continue;
    if (typeof was.value !== 'string' || typeof made.value !== 'number' || !/^-?[\d.]+px$/.test(was.value)) continue;
    if (!isStyled(tree, was)) return refuse('same-result', 'A number does not stand for pixels here, or is not taken.');
  }
  return null;
};

/** Properties whose numbers are multiples, weights or places, not lengths. */
const PLAIN =
  /^(?:lineHeight|lineClamp|zIndex|opacity|flex|flexGrow|flexShrink|flexPositive|flexNegative|flexOrder|order|orphans|widows|zoom|fontWeight|tabSize|scale|columnCount|columns|aspectRatio|animationIterationCount|\w*Opacity|grid(?:Row|Column|Area)\w*|strokeDash\w*|strokeMiterlimit|strokeWidth)$/;

function isStyled(tree: SyntaxTree, value: Node): boolean {
  const [property, ...around] = tree
    .lineage(value)
    .filter(({ type }) => type !== 'ConditionalExpression')
    .slice(1);
  const name = property?.type === 'Property' ? staticName(property.key, property.computed) : null;
  const [object, container, attribute] = around;
  if (name === null || PLAIN.test(name) || name.startsWith('-') || object?.type !== 'ObjectExpression') return false;
  return (
    container?.type === 'JSXExpressionContainer' &&
    attribute?.type === 'JSXAttribute' &&
    attributeName(attribute) === 'style'
  );
}
