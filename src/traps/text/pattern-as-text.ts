import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import { type ChangedPlace, changedPairs, type Trap } from '../trap.js';

/**
 * `replace(/\s+/g, ' ')` → `replaceAll('\s+', ' ')`, `/^g.t/.test(name)` → `name.startsWith('g.t')`: in a text the signs of
 * a pattern stand for themselves. All that is found is replaced by the one, the first alone by the other.
 */
export const patternAsText: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    const refusal = givenText(old, next) ?? askedForText(old, next);
    if (refusal) return refusal;
  }
  return change.places.some(takesPattern) ? OTHER_TEXT : null;
};

const OTHER_TEXT: Refusal = refuse('same-arguments', 'The text does not say what the pattern finds.');
const OTHER_NUMBER: Refusal = refuse(
  'same-arguments',
  'All that is found is replaced by the one, and the first by the other.',
);

type Call = Extract<Node, { type: 'CallExpression' }>;

/** `split(/,/)` → `split(',')` */
function givenText(old: Call, next: Call): Refusal | null {
  const regex = regexOf(old.arguments[0]);
  const text = textOfLiteral(next.arguments[0]);
  if (!regex || text === null) return null;
  if (!TAKES_EITHER.test(memberName(old.callee) ?? '') || !TAKES_TEXT.test(memberName(next.callee) ?? '')) return null;
  if (!findsOnly(regex, text)) return OTHER_TEXT;
  return isForFirst(next.callee) === isForFirst(old.callee, regex) ? null : OTHER_NUMBER;
}

const TAKES_EITHER = /^(?:replace|replaceAll|split|search|match)$/;
const TAKES_TEXT = /^(?:replace|replaceAll|split|(?:lastI|i)ndexOf|includes)$/;

/** `/^get/.test(name)` → `name.startsWith('get')` */
function askedForText(old: Call, next: Call): Refusal | null {
  const regex = memberName(old.callee) === 'test' && 'object' in old.callee ? regexOf(old.callee.object) : null;
  const text = textOfLiteral(next.arguments[0]);
  const asked = memberName(next.callee) ?? '';
  if (!regex || text === null || !/^(?:startsWith|endsWith|includes)$/.test(asked)) return null;
  const [opening, closing] = [regex.pattern.startsWith('^'), /(?<!\\)\$$/.test(regex.pattern)];
  const isSamePlace = opening === (asked === 'startsWith') && closing === (asked === 'endsWith');
  const pattern = regex.pattern.slice(opening ? 1 : 0, closing ? -1 : undefined);
  const isOfLines = (opening || closing) && regex.flags.includes('m');
  return isSamePlace && !isOfLines && findsOnly({ ...regex, pattern }, text) ? null : OTHER_TEXT;
}

/** `text.search(what) !== -1` → `text.includes(what)`: what is searched for is a pattern, also where it is written as a text. */
function takesPattern({ was, made }: ChangedPlace): boolean {
  const call = was.type === 'BinaryExpression' ? was.left : was;
  const answer = made.type === 'UnaryExpression' ? made.argument : made.type === 'BinaryExpression' ? made.left : made;
  if (call.type !== 'CallExpression' || memberName(call.callee) !== 'search' || call.arguments.length !== 1)
    return false;
  if (answer.type !== 'CallExpression' || !/^(?:includes|indexOf)$/.test(memberName(answer.callee) ?? '')) return false;
  if (regexOf(call.arguments[0]) && textOfLiteral(answer.arguments[0]) !== null) return false;
  const text = textOfLiteral(call.arguments[0]);
  return text === null || !findsOnly({ pattern: text, flags: '' }, text);
}

interface Regex {
  readonly pattern: string;
  readonly flags: string;
}

function regexOf(node: Node | undefined): Regex | null {
  return node?.type === 'Literal' && 'regex' in node ? node.regex : null;
}

function textOfLiteral(node: Node | undefined): string | null {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}

/** Whether a pattern finds one text alone: each of its signs stands for itself, or is escaped. */
function findsOnly({ pattern, flags }: Regex, text: string): boolean {
  if (/[iy]/.test(flags) || !/^(?:[^\\^$.*+?()[\]{}|]|\\[^\w\s])*$/.test(pattern)) return false;
  return pattern.replace(/\\(.)/g, '$1') === text;
}

/** Whether only the first place is replaced. */
function isForFirst(callee: Node, regex?: Regex): boolean {
  return memberName(callee) === 'replace' && !regex?.flags.includes('g');
}
