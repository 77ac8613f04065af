import type { Node } from 'oxc-parser';
import { escapeRegex } from '../../model/escape-regex.js';
import { refuse } from '../../model/refusal.js';
import { mayBeMarkup } from '../../semantics/values/may-be-markup.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, changedPairs, type Trap } from '../trap.js';

/** `innerHTML` → `textContent` shows tags as text when the value is markup, and `+=` would flatten what is there. */
export const markupAsText: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'MemberExpression')) {
    if (!MARKUP.test(memberName(old) ?? '') || !TEXT.test(memberName(next) ?? '')) continue;
    const parent = change.before.parent(old);
    if (parent?.type === 'AssignmentExpression' && parent.left === old) continue;
    return refuse('value-may-be-markup', 'What is read here are the tags as well, which the text does not have.');
  }
  for (const { old, next } of changedCalls(change)) {
    if (TEXT_METHODS[memberName(old.callee) ?? ''] !== (memberName(next.callee) ?? '')) continue;
    const given = old.arguments.at(-1);
    if (given === undefined || mayBeMarkup(change.before, given)) {
      return refuse(
        'value-may-be-markup',
        'What is set or read here may be markup, whose tags would be shown as text.',
      );
    }
  }
  for (const { old, next } of changedPairs(change, 'AssignmentExpression')) {
    if (!MARKUP.test(memberName(old.left) ?? '')) continue;
    if (!TEXT.test(memberName(next.left) ?? '')) continue;
    if (old.operator !== '=') {
      return refuse(
        'value-may-be-markup',
        `With "${old.operator}" the markup that is there already would become text.`,
      );
    }
    if (mayBeMarkup(change.before, old.right)) {
      return refuse('value-may-be-markup', 'The value may be markup, whose tags would be shown as text.');
    }
    if (isUsedAsMarkup(change.before, old.left)) {
      return refuse('value-may-be-markup', 'Elements of the value are used in this file, so it is markup.');
    }
    if (old.right.type !== 'Literal' && isToldAsMarkup(change.before)) {
      return refuse('value-may-be-markup', 'A comment of this file shows markup, which may be what is meant here.');
    }
    if (old.right.type !== 'Literal' && isReadAgain(change.before, old.left)) {
      return refuse('value-may-be-markup', 'What the browser makes of the value is read again, so it is markup.');
    }
  }
  return null;
};

const MARKUP = /^(?:inner|outer)HTML$/;
const TEXT_METHODS: Readonly<Record<string, string>> = {
  html: 'text',
  insertAdjacentHTML: 'insertAdjacentText',
  write: 'append',
  writeln: 'append',
};
const TEXT = /^(?:textContent|innerText|outerText)$/;

const TEMPLATE = /createElement\(\s*(["'`])template\1|HTMLTemplateElement/;
const CHILDREN =
  '(?:querySelector|getElement|children|childNodes|childElementCount|first(?:Element)?Child|last(?:Element)?Child)';

/** `div.innerHTML = html; return div.textContent`: markup is made to be taken apart, or a text to be escaped; `area.value` gives entities as characters. */
function isReadAgain(tree: SyntaxTree, left: Node): boolean {
  if (left.type !== 'MemberExpression') return false;
  const receiver = escapeRegex(textOf(tree, left.object));
  const read = '(?:(?:inner|outer)(?:HTML|Text)|textContent|value)(?![\\w$]|\\s*=(?!=))';
  return new RegExp(`(?<![\\w$.])${receiver}\\s*[?!]?\\s*\\.\\s*${read}`).test(tree.text);
}

/** `{ "<b>Streets</b>": streets }` in what a file says of itself: names and titles are markup there. */
function isToldAsMarkup({ comments }: SyntaxTree): boolean {
  return comments.some(({ value }) => /["'`]<(?:a|b|br|div|em|i|img|li|p|small|span|strong|svg)\b[^>]*>/i.test(value));
}

/** By text, so that it errs on the side of markup: a template element, or a receiver whose elements are asked for. */
function isUsedAsMarkup(tree: SyntaxTree, left: Node): boolean {
  if (TEMPLATE.test(tree.text)) return true;
  if (left.type !== 'MemberExpression') return false;
  const receiver = escapeRegex(textOf(tree, left.object));
  return new RegExp(`(?<![\\w$.])${receiver}\\s*[?!]?\\s*\\.\\s*${CHILDREN}`).test(tree.text);
}
