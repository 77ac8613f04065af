import type { Node } from 'oxc-parser';
import type { TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isWholeWord } from '../matching/covers-head.js';
import { checkAttribute } from './removable-attribute.js';
import { checkChild, checkPrinting, holderOfChild, printingChild } from './removable-child.js';
import { checkElement, listAround } from './removable-element.js';
import { bodyOfMember, checkMember, isMember } from './removable-member.js';
import { checkStatement, isStatement } from './removable-statement.js';
import { PART } from './removal-refusal.js';
import type { RemovalRequest } from './removal-request.js';

/** What a removal takes away: a whole statement, a member of a class, one element of a list, or one of the children of an element. */
export type Removable =
  | { readonly kind: 'statement' | 'child' | 'member'; readonly node: Node }
  | { readonly kind: 'element'; readonly node: Node; readonly siblings: readonly Node[] }
  | { readonly kind: 'attribute'; readonly node: Node };

/**
 * The smallest statement or list element that the match is the head of, if nothing is lost with it but itself.
 * @param request null where it is for no rule
 */
export function findRemovable(
  tree: SyntaxTree,
  matched: TextRange,
  request: RemovalRequest | null = null,
): Removable | Refusal {
  const match = withoutCommas(tree.text, matched);
  if (!isWholeWord(tree.text, match)) return PART;
  for (const node of tree.lineage(tree.enclosing(match))) {
    const parent = tree.parent(node);
    if (!parent) break;
    if (parent.type === 'ArrowFunctionExpression' && parent.body === node && RUNS.test(node.type)) return WHOLE_BODY;
    const siblings = listAround(parent, node);
    if (siblings)
      return checkElement(tree, match, node, parent, siblings, request) ?? { kind: 'element', node, siblings };
    if (node.type === 'JSXAttribute') return checkAttribute(tree, match, node, parent) ?? { kind: 'attribute', node };
    const holder = holderOfChild(match, node, parent);
    if (holder && node.type === 'JSXElement') return checkChild(tree, node, holder) ?? { kind: 'child', node };
    const printing = printingChild(tree, node, parent);
    if (printing) return checkPrinting(tree, match, printing) ?? { kind: 'child', node };
    const body = bodyOfMember(match, node, parent);
    if (body && isMember(node)) return checkMember(tree, node, body) ?? { kind: 'member', node };
    if (isStatement(node)) return checkStatement(tree, match, node, parent, request) ?? { kind: 'statement', node };
  }
  return refuse('statement-removable', 'The match spreads over more than one statement or element.');
}

/** Expressions that stand as statements elsewhere. */
const RUNS = /^(?:Call|New|Chain|Await)Expression$/;

const WHOLE_BODY = refuse('sole-body', 'It is all that the function does.');

/** A comma belongs to the list, not to the element that the match names. */
function withoutCommas(text: string, { start, end }: TextRange): TextRange {
  const matched = text.slice(start, end);
  const opened = /^[\s,]*/.exec(matched)?.[0].length ?? 0;
  if (opened === matched.length) return { start, end };
  return { start: start + opened, end: end - (/[\s,]*$/.exec(matched)?.[0].length ?? 0) };
}
