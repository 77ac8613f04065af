import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isTested } from '../../semantics/uses/is-tested.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `body.password` → `body.password.trim()`: a blank is a character of a password like any other, and whoever chose one
 * with a blank at an end could no longer log in. The same of one that is set in lower case.
 */
export const trimmedSecret: Trap = ({ before: tree, after, places }) => {
  const isCut = places.some(({ was, made }) => {
    // As of nearly all: to go through the code for it takes much longer.
    if (!CUT.test(textOf(after, made))) return false;
    const added = after.descendants(made).filter((node) => cuts(node));
    const isNew = added.length > tree.descendants(was).filter((node) => cuts(node)).length;
    return isNew && added.some((call) => isSecret(after, call));
  });
  return isCut ? refuse('same-result', 'Blanks and capitals are characters of a password like any other.') : null;
};

const CUTS = /^(?:trim(?:Start|End)?|to(?:Locale)?(?:Lower|Upper)Case|normalizeEmail|toLower|toUpper)$/;
const CUT = /trim|Case\b|normalizeEmail|toLower|toUpper/;
const SECRET = /pass_?(?:word|phrase|wd)|^(?:pwd|pw|pass)$/i;

function cuts(node: Node): boolean {
  return node.type === 'CallExpression' && CUTS.test(calledName(node.callee) ?? '');
}

/** By the name of what is cut, or of the key of the schema that the call is of; `if (!password.trim())` changes nothing. */
function isSecret(tree: SyntaxTree, call: Node): boolean {
  if (call.type !== 'CallExpression') return false;
  const [cut] = call.callee.type === 'MemberExpression' ? [call.callee.object] : call.arguments;
  if (cut && SECRET.test(calledName(cut) ?? '')) return !isTested(tree, call);
  const chain = tree.lineage(call).find((node) => !/^(?:Member|Call|Chain)Expression$/.test(node.type));
  if (chain?.type !== 'Property' || cut?.type !== 'CallExpression') return false;
  return memberName(cut.callee) !== null && SECRET.test(staticName(chain.key, chain.computed) ?? '');
}
