import type { Node } from 'oxc-parser';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import { isDeleted, isWritten } from '../../semantics/names/is-written.js';
import { isValueUsed } from '../../semantics/uses/is-value-used.js';
import { isCall } from '../../syntax/is-call.js';
import { isOptionalLink } from '../../syntax/is-optional-link.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

// How much of a chain of members and calls is wrapped, of which a match names the head.

/**
 * `validate(JSON.parse(x)).id`, not `validate(JSON.parse(x).id)`: what is read of a value comes after it is wrapped. A chain
 * that goes on by methods of its own, such as a query, is one value from its first link to its last.
 * @param before what the template has in front of the value
 */
export function valueInChain(tree: SyntaxTree, chain: readonly Node[], before: string): Node | Refusal {
  const link = firstLink(chain);
  if (link === null) return beforeHandler(chain);
  if (readsValue(chain, link)) return valueRead(tree, chain, link, before);
  if (chain[link - 1]?.type !== 'MemberExpression' || chain[link + 1]?.type === 'CallExpression') {
    return beforeHandler(chain);
  }
  if (GIVES_PRIMITIVE.test(before)) return beforeHandler(chain);
  return JUDGES.test(before) ? valueRead(tree, chain, link, before) : UNCLEAR;
}

/** `Number(req.query.page)`: of a number or a text no such member could be read. */
const GIVES_PRIMITIVE =
  /(?:^|[^\w$.])(?:Number(?:\.\w+)?|String|Boolean|BigInt|parse(?:Int|Float)|is(?:NaN|Finite)|Math\.\w+|JSON\.stringify|(?:en|de)codeURI(?:Component)?)\((?:[^()]*,\s*)?$/;

/** `bodySchema.parse(req.body).id`: what is judged as a whole is wrapped as one. What reads a text takes any part of it. */
const JUDGES =
  /(?:(?<!\b(?:JSON|Date)\.)parse(?!Int|Float)|(?<!in)valid|assert|check(?!out|sum)|ensure|verif)\w*(?:\.\w+)*\((?:[^()]*,\s*)?$/i;

const UNCLEAR = refuse(
  'match-is-whole',
  'Whether what matched is to be wrapped, or what is read of it, cannot be told; `target: match` says the former.',
);

/** The head alone, for a rule that says so, where a member of it is read; null where it is called. */
export function headRead(tree: SyntaxTree, chain: readonly Node[], before: string): Node | Refusal | null {
  const link = firstLink(chain);
  const isRead = link !== null && chain.slice(1, link).every(({ type }) => type === 'TSNonNullExpression');
  return isRead ? valueRead(tree, chain, link, before) : null;
}

/** The head, of which a member is read that the wrapper's result has as well. */
function valueRead(tree: SyntaxTree, chain: readonly Node[], link: number, before: string): Node | Refusal {
  if (changesValue(tree, chain, link)) return CHANGED;
  const head = headOfChain(chain);
  return !isRefusal(head) && lacksMember(chain[link], before) ? LACKING : head;
}

const LACKING = refuse('same-arguments', 'What the wrapper gives has no such member.');

/** `String(path).join('/')`, `toNumber(text).trim()`: a list or text is converted, whose methods the result has not. */
function lacksMember(link: Node | undefined, before: string): boolean {
  const name = link && memberName(link);
  const converted = /(?:^|[^\w$.])(?:(?:to|as)(?=[A-Z]))?(String|Number|Boolean)\($/.exec(before)?.[1];
  const prototype = converted === undefined ? undefined : CONVERTED[converted];
  return typeof name === 'string' && prototype !== undefined && !(name in prototype);
}

const CONVERTED: Readonly<Record<string, object>> = {
  String: String.prototype,
  Number: Number.prototype,
  Boolean: Boolean.prototype,
};

export const CHANGED = refuse('same-result', 'What is written here would be lost where the wrapper gives a copy.');

/** Whether a member of the head is set or deleted, or the head or a member of it changed in place. */
function changesValue(tree: SyntaxTree, chain: readonly Node[], link: number): boolean {
  const end = chain.findIndex((each, index) => index >= link && isCall(each));
  const last = chain[end < 0 ? chain.length - 1 : end - 1];
  if (last === undefined) return false;
  const call = chain[end];
  if (!call) return isWritten(tree, last) || isDeleted(tree, last);
  const method = memberName(last) ?? '';
  return CHANGES.test(method) || (ARRANGES.test(method) && !isValueUsed(tree, chain.at(-1) ?? call));
}

const CHANGES = /^(?:push|pop|shift|unshift|splice|copyWithin|set[A-Z]\w*)$/;

/** Whoever uses what they give has what they changed. */
const ARRANGES = /^(?:sort|reverse|fill)$/;

/** A chain up to its first link: `dayjs(x).utc().day()`, not `dayjs(x).day().utc()`. */
export function headOfChain(chain: readonly Node[]): Node | Refusal {
  const link = firstLink(chain);
  if (link === null) return beforeHandler(chain);
  const [head, member] = chain.slice(link - 1);
  if (!head || !member) return NO_LINK;
  return isOptionalLink(member) || hasOptionalLink(head)
    ? refuse('edit-bounded', 'What is read here may be missing, and the rest of the chain left out with it.')
    : head;
}

/** Whether a `?.` of an expression would leave out what follows it as well. */
function hasOptionalLink(node: Node): boolean {
  if (isOptionalLink(node)) return true;
  switch (node.type) {
    case 'MemberExpression':
      return hasOptionalLink(node.object);
    case 'CallExpression':
      return hasOptionalLink(node.callee);
    case 'TSNonNullExpression':
      return hasOptionalLink(node.expression);
    default:
      return false;
  }
}

function firstLink(chain: readonly Node[]): number | null {
  const at = chain.findIndex((each, index) => index > 0 && each.type === 'MemberExpression');
  return at < 0 ? null : at;
}

/** Whether a link calls what every text, number, date or list has, or reads a member of what a call gave. */
function readsValue(chain: readonly Node[], link: number): boolean {
  const [head, member, called] = chain.slice(link - 1);
  if (head === undefined || member?.type !== 'MemberExpression') return false;
  if (called?.type !== 'CallExpression') return isMade(head);
  return VALUE_METHODS.has(memberName(member) ?? '') && !isOwnMethod(member, called, chain.slice(link + 2));
}

/** `knex('t').join('u').first()`, `$('p').find('b')`: of its own, though a text or list has one of that name as well. */
function isOwnMethod(member: Node, { arguments: [given] }: CallExpression, rest: readonly Node[]): boolean {
  const name = memberName(member) ?? '';
  if (GIVEN_FUNCTION.test(name) && given && NO_FUNCTION.test(given.type)) return true;
  const [next, called] = rest;
  if (!GIVES_VALUE.test(name) || next?.type !== 'MemberExpression' || called?.type !== 'CallExpression') return false;
  return !VALUE_METHODS.has(memberName(next) ?? '');
}

type CallExpression = Extract<Node, { type: 'CallExpression' }>;

const GIVEN_FUNCTION = /^(?:map|filter|find\w*|some|every|forEach|flatMap|reduce|reduceRight|sort)$/;

const NO_FUNCTION = /^(?:Literal|TemplateLiteral|ObjectExpression|ArrayExpression)$/;

/** What gives a text or a list again, whatever the list holds. */
const GIVES_VALUE = /^(?:map|filter|sort|slice|concat|fill|reverse|flat|flatMap|join|replace|split|with)$/;

function isMade(node: Node): boolean {
  return node.type === 'TSNonNullExpression' ? isMade(node.expression) : isCall(node);
}

const VALUE_METHODS: ReadonlySet<string> = new Set(
  [String, Number, Date, Array].flatMap((each) => Object.getOwnPropertyNames(each.prototype)),
);

/** A chain up to where it goes on to catch what fails in it: that includes what the wrapper lets fail. */
export function beforeHandler(chain: readonly Node[]): Node | Refusal {
  const at = chain.findIndex((each, index) => {
    const call = index > 0 ? chain[index + 1] : undefined;
    if (each.type !== 'MemberExpression' || call?.type !== 'CallExpression') return false;
    const isThen = memberName(each) === 'then' && call.arguments.length > 1;
    return isThen || /^(?:catch|finally)$/.test(memberName(each) ?? '');
  });
  // `lazy(() => import('./page').catch(…))` waits by itself, and gives nothing that could be asked to catch.
  if (at >= 0 && chain[0]?.type === 'ImportExpression') {
    return refuse('await-ambiguous', 'Whether what catches a failure is to be wrapped as well cannot be told.');
  }
  return chain.at(at < 0 ? -1 : at - 1) ?? NO_LINK;
}

const NO_LINK = refuse('match-is-whole', 'The match belongs to no expression that could be wrapped.');
