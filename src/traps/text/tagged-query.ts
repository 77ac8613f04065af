import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { constantOf, constantValue } from '../../semantics/values/constant-value.js';
import { isFunction } from '../../syntax/is-function.js';
import { literalMember } from '../../syntax/literal-member.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
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
    if (text.expressions.some((each) => isPartOfQuery(tree, each)))
      return refuse('same-result', 'What the hole puts into the query is text of the query itself, not one value.');
    if (takesText(after, tagged.tag))
      return refuse('same-arguments', 'A tag is given a list of texts, and this one takes a single text.');
  }
  return null;
};

function isTagged(node: Node): node is Extract<Node, { type: 'TaggedTemplateExpression' }> {
  return node.type === 'TaggedTemplateExpression';
}

/** `'now()'`, `ids.join('), (')` and `quote(name)`: what stood in the text without quotes, or has some of its own. */
function isPartOfQuery(tree: SyntaxTree, hole: Node): boolean {
  const value = constantValue(tree, hole);
  if (value.type === 'ConditionalExpression')
    return isPartOfQuery(tree, value.consequent) || isPartOfQuery(tree, value.alternate);
  if (value.type === 'Literal') return typeof value.value === 'string';
  if (value.type === 'CallExpression') return MAKES_PART.test(calledName(value.callee) ?? '');
  return value.type === 'TemplateLiteral';
}

const MAKES_PART = /^join$|quote|^escape|^(?:sql|to)?literal$/i;

/** Whether a tag is written in the file itself, as a function of one text. */
function takesText(tree: SyntaxTree, tag: Node): boolean {
  const made = tag.type === 'Identifier' ? declaredFunction(tree, tag) : methodOf(tree, tag);
  if (!made || !('params' in made)) return false;
  const [first, ...more] = made.params as readonly Node[];
  const type = first?.type === 'Identifier' ? first.typeAnnotation?.typeAnnotation.type : undefined;
  return type === 'TSStringKeyword' || (more.length === 0 && first?.type !== 'RestElement' && type === undefined);
}

function declaredFunction(tree: SyntaxTree, tag: Identifier): Node | null {
  const binding = nameScopes(tree).resolve(tag.name, tag);
  const made = binding && (constantOf(binding) ?? binding.declaration);
  return made && isFunction(made) ? made : null;
}

type Identifier = Extract<Node, { type: 'Identifier' }>;

function methodOf(tree: SyntaxTree, tag: Node): Node | null {
  const object = tag.type === 'MemberExpression' ? constantValue(tree, tag.object) : null;
  const made = object?.type === 'ObjectExpression' ? literalMember(object, memberName(tag) ?? '') : null;
  return made && isFunction(made) ? made : null;
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
    return (
      !isQuoted(before) &&
      !IS_JOINED.test(before) &&
      (TAKES_VALUE.test(before) || isAmongValues(before)) &&
      ENDS_VALUE.test(after.raw)
    );
  });
  return isValue
    ? null
    : refuse('same-result', 'A hole is sent as a value, and this one may be another part of the query.');
}

const IS_QUERY = /^\s*(?:select|insert|update|delete|with|replace)\b/i;
const TAKES_VALUE = /(?:[=<>]|\b(?:i?like|limit|offset|between))\s*$/i;
/** `join orders on orders.user = ` goes on with a column. */
const IS_JOINED = /\bon\s+[\w."]+\s*=\s*$/i;
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
