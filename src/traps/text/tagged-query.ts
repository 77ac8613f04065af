import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `db.$queryRawUnsafe(`… where id = ${id}`)` → `db.$queryRaw`…``: a tag sends each hole apart from the text, as one value.
 * A name of the database, a part of the query or what stands in quotes is none.
 */
export const taggedQuery: Trap = ({ before: tree, after, places }) => {
  for (const { old, next } of places) {
    const tagged = next.find(isTagged);
    const call = tagged && old.find((each) => each.start === tagged.start && each.type === 'CallExpression');
    if (!tagged || call?.type !== 'CallExpression') continue;
    const [text, ...more] = call.arguments;
    if (text?.type !== 'TemplateLiteral' || textOf(tree, text) !== textOf(after, tagged.quasi)) continue;
    if (more.length > 0) return refuse('same-arguments', 'A tag is given nothing but its template.');
    const refusal = checkHoles(text.quasis.map(({ value }) => value));
    if (refusal) return refusal;
  }
  return null;
};

function isTagged(node: Node): node is Extract<Node, { type: 'TaggedTemplateExpression' }> {
  return node.type === 'TaggedTemplateExpression';
}

type Text = Extract<Node, { type: 'TemplateElement' }>['value'];

function checkHoles(texts: readonly Text[]): Refusal | null {
  if (texts.some(({ raw, cooked }) => raw !== cooked))
    return refuse('same-result', 'A tag may read the escapes of the template as they are written.');
  if (texts.length > 1 && !IS_QUERY.test(texts[0]?.raw ?? ''))
    return refuse('same-result', 'What the tag makes of the holes cannot be told.');
  const isValue = texts.slice(1).every((after, index) => {
    const before = texts
      .slice(0, index + 1)
      .map(({ raw }) => raw)
      .join('0');
    return !isQuoted(before) && (TAKES_VALUE.test(before) || isAmongValues(before)) && ENDS_VALUE.test(after.raw);
  });
  return isValue
    ? null
    : refuse('same-result', 'A hole is sent as a value, and this one may be another part of the query.');
}

const IS_QUERY = /^\s*(?:select|insert|update|delete|with|replace)\b/i;
const TAKES_VALUE = /(?:[=<>]|\b(?:i?like|limit|offset|between))\s*$/i;
const ENDS_VALUE = /^(?:::\w+(?:\[\])?)?(?:$|[\s,);])/;

/** `values (1, now(), ` */
function isAmongValues(before: string): boolean {
  const values = before.split(/\bvalues\b/i);
  const last = values.at(-1) ?? '';
  return values.length > 1 && /[(,]\s*$/.test(last) && last.split('(').length > last.split(')').length;
}

function isQuoted(before: string): boolean {
  return ["'", '"', '`'].some((quote) => before.split(quote).length % 2 === 0);
}
