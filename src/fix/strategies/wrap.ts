import type { Node } from 'oxc-parser';
import type { Target } from '../../model/auto-fix.js';
import type { Edit } from '../../model/edit.js';
import type { Match } from '../../model/fix-site.js';
import { contains, type TextRange } from '../../model/position.js';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import type { Template, TemplatePart } from '../../model/template.js';
import { usesOwnContext } from '../../semantics/effects/uses-own-context.js';
import { isFilled } from '../../semantics/names/is-written.js';
import { isValueUsed } from '../../semantics/uses/is-value-used.js';
import { chainFrom } from '../../syntax/chain-from.js';
import { isCall } from '../../syntax/is-call.js';
import { isConstAssertion } from '../../syntax/is-const-assertion.js';
import { isExpression } from '../../syntax/is-expression.js';
import { isFunction } from '../../syntax/is-function.js';
import { attributeOf, isQuotedAttribute } from '../../syntax/jsx.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { verifyEdits } from '../checks/verify-edits.js';
import type { Draft, FixTask } from '../draft.js';
import { layArgument } from '../layout/lay-argument.js';
import { codeOfGroup } from '../matching/locate-match.js';
import { findAdjacentValue } from '../slots/adjacent-value.js';
import { isWrapped } from '../slots/is-wrapped.js';
import { OTHER_TEXT, readsOtherwiseAsString } from '../slots/quoted-attribute.js';
import { takesLiteralOnly } from '../slots/takes-literal-only.js';
import { valueOwner } from '../slots/value-owner.js';
import { findValueSlot, isExactly, literalAround } from '../slots/value-slot.js';
import { expandTemplate, readTemplate } from '../template/expand-template.js';
import { isExpressionText } from '../template/expression-text.js';
import { beforeHandler, CHANGED, headOfChain, headRead, valueInChain } from './wrapped-chain.js';

/** Puts a template around the whole expression a match belongs to, or around the value that follows it. */
export function wrap(task: FixTask): Draft | Refusal {
  const { instruction, match, tree } = task;
  if (instruction.template === null) return refuse('instruction-executable', 'The instruction has no template.');
  if (!match) return refuse('match-is-whole', 'What is required here is absent, so there is nothing to wrap.');
  const template = readTemplate(instruction.template, match.regex);
  if (isRefusal(template)) return template;
  const around = splitAtHole(template, match, instruction.target);
  if (isRefusal(around)) return around;
  const node = wrappedNode(task, match, around);
  if (isRefusal(node)) return node;
  if (node.type === 'SequenceExpression') {
    return refuse('template-is-expression', 'A comma would part what is wrapped into several arguments.');
  }
  const declared = takesLiteralOnly(tree, node);
  if (declared) return declared;
  const filling = takesValue(around) && isFilled(tree, node) ? tree.parent(node) : null;
  if (filling && !isValueUsed(tree, filling)) return CHANGED;
  if (isWrapped(tree, node, around)) return refuse('already-wrapped', 'The expression is wrapped that way already.');
  if (/\bfunction\b/.test(around.before) && usesOwnContext(tree, node)) {
    return refuse('keeps-context', 'Inside the wrapping function `this` or `arguments` would mean something else.');
  }
  return draftOf(tree, node, around, instruction.target);
}

/** What goes before and behind the wrapped code. */
interface Borders {
  readonly before: string;
  readonly after: string;
}

interface Around extends Borders {
  /** The hole is for the value that belongs to the match, not for the match. */
  readonly ofValue: boolean;
}

function splitAtHole(template: Template, match: Match, target: Target): Around | Refusal {
  const named = target.kind === 'group' ? target.name : null;
  const isHole = (part: TemplatePart): boolean =>
    part.kind === 'group' ? part.group === named : part.kind === 'match' || part.kind === 'value';
  const holes = template.flatMap((part, index) => (isHole(part) ? [index] : []));
  const [hole, ...others] = holes;
  if (hole === undefined || others.length > 0) {
    return refuse('template-has-hole', 'A wrapping template needs ${MATCH} or ${VALUE} exactly once.');
  }
  const values = { match, value: null, name: null };
  const before = expandTemplate(template.slice(0, hole), values);
  const after = expandTemplate(template.slice(hole + 1), values);
  if (typeof before !== 'string') return before;
  return typeof after === 'string' ? { before, after, ofValue: template[hole]?.kind === 'value' } : after;
}

function wrappedNode(task: FixTask, match: Match, around: Around): Node | Refusal {
  const { tree, instruction } = task;
  if (instruction.target.kind === 'group') return nodeOfGroup(tree, match, instruction.target.name);
  if (instruction.target.kind === 'value') return valueAround(tree, match);
  const found = expressionAround(task, match, around);
  if (isRefusal(found)) return found;
  const node = found && withConstAssertion(tree, found);
  if (!node) return around.ofValue && instruction.target.kind !== 'match' ? valueAround(tree, match) : NO_EXPRESSION;
  if (/^\(?await\b/.test(around.before) && isReadOfCall(node, match)) {
    return refuse(
      'await-ambiguous',
      'What is read here is of the promise or of its result; which of them is to be awaited cannot be told.',
    );
  }
  const chain = chainFrom(tree, node);
  const parent = tree.parent(chain.at(-1) ?? node);
  if (parent?.type !== 'AwaitExpression') return node;
  if (instruction.target.kind === 'match' || TIMED.test(around.before)) return node;
  // `retry(() => await f())` does not parse, so there only the promise can be meant.
  return isRefusal(verifyEdits(tree, judged(tree, parent, around)))
    ? node
    : refuse(
        'await-ambiguous',
        'The call is awaited; whether its promise or its result is to be wrapped cannot be told.',
      );
}

/** `withTimeout(`, `Promise.race([`: what is awaited already has come, whatever the time. */
const TIMED =
  /^(?:(?:[a-z]\w*\.)*(?!set|clear)\w*(?:[tT]imeout|[dD]eadline|[tT]imeLimit)\w*\(|Promise\.(?:race|any)\(\[)/;

/** A comment in a block behind an argument, which a group such as `[^,)]+` takes along, stays where it is. */
function withoutCommentBehind({ text, comments }: SyntaxTree, { start, end }: TextRange): TextRange {
  const last = comments.find((comment) => comment.type === 'Block' && comment.end === end && comment.start > start);
  return last ? { start, end: start + text.slice(start, last.start).trimEnd().length } : { start, end };
}

/** The expression that a group names whole: one that goes on behind the match is another one. */
function nodeOfGroup(tree: SyntaxTree, match: Match, group: string): Node | Refusal {
  const taken = codeOfGroup(tree.text, match, group);
  if (!taken) return refuse('placeholder-known', `The group ${group} took no part in the match.`);
  const range = withoutCommentBehind(tree, taken);
  const literal = literalAround(tree, range);
  if (literal) return isRefusal(literal) ? literal : literal.node;
  const node = tree.enclosing(range);
  const isNamed = isExactly(node, range) || isHeadOfFunction(node, range, textOf(tree, range));
  if (!isNamed || !isExpression(tree, node)) {
    return refuse('match-is-whole', `The group ${group} is no whole expression.`);
  }
  const owner = valueOwner(tree, node);
  const larger = tree.parent(node);
  // What a template has in its `${}` ends there, whatever goes on around it.
  const goesOn =
    larger !== null &&
    larger.type !== 'TemplateLiteral' &&
    (larger.start < match.range.start || match.range.end < larger.end);
  return isRefusal(owner) && (goesOn || owner.condition !== 'literal-is-operand') ? owner : node;
}

/** `save(x).id`: with the whole of it awaited, the id would still be asked of the promise. */
function isReadOfCall(node: Node, match: Match): boolean {
  const read = node.type === 'ChainExpression' ? node.expression : node;
  return (
    read.type === 'MemberExpression' && read.object.type === 'CallExpression' && match.range.end <= read.object.end
  );
}

const NO_EXPRESSION = refuse('match-is-whole', 'The match belongs to no expression that could be wrapped.');

function valueAround(tree: SyntaxTree, match: Match): Node | Refusal {
  const slot = findAdjacentValue(tree, match.range) ?? findValueSlot(tree, match.range);
  if (!slot) return NO_EXPRESSION;
  return isRefusal(slot) ? slot : slot.node;
}

/** The smallest expression that holds the match, with as much of the member and call chain it is the head of as is meant. */
function expressionAround({ tree, instruction }: FixTask, match: Match, around: Around): Node | Refusal | null {
  const held = tree.lineage(tree.enclosing(match.range)).find((each) => !isInnerName(tree, each));
  // A match that took the semicolon along is about what it ends.
  const inner = held?.type === 'ExpressionStatement' && isExactly(held, match.range) ? held.expression : held;
  const node = inner && (elementOpened(tree, inner, match.range) ?? inner);
  if (!node || !isExpression(tree, node) || node.type === 'AssignmentExpression') return null;
  if (holdsStatements(node)) return namesFunction(node, match) ? node : null;
  const chain = chainFrom(tree, node);
  const isMatchOnly = instruction.target.kind === 'match' && isExactly(node, match.range) && takesValue(around);
  const head = isMatchOnly ? headRead(tree, chain, around.before) : null;
  if (head) return head;
  if (isNamedWhole(node, match)) {
    if (around.before === '' && around.after.startsWith('.')) return headOfChain(chain);
    if (takesValue(around)) return valueInChain(tree, chain, around.before);
  }
  return isCallAround(around) ? beforeHandler(chain) : (chain.at(-1) ?? node);
}

/** `as const` takes literals only, so that of `{ a: 1 } as const` no part can be wrapped without it. */
function withConstAssertion(tree: SyntaxTree, node: Node): Node {
  const around = tree.lineage(node).find((each) => each !== node && each.type !== 'ParenthesizedExpression');
  return around && isConstAssertion(around) ? around : node;
}

/** The element that a match names by its opening tag: of `<Page` in `<Page id="1" />`, all of it. */
function elementOpened(tree: SyntaxTree, node: Node, { start }: TextRange): Node | null {
  const tag = tree.lineage(node).find(({ type }) => type === 'JSXOpeningElement');
  return tag?.start === start ? tree.parent(tag) : null;
}

/** `validate(${MATCH})` is about one value; `retry(() => ${MATCH})` is about what is done. */
function takesValue(around: Borders): boolean {
  return isCallAround(around) && !/=>|\bfunction\b/.test(around.before) && !GIVES_OTHER.test(around.before);
}

/** What is cleaned or escaped is changed no more behind it: `escape(name.trim())`. A promise has none of its value's members. */
const GIVES_OTHER = /(?:clean|encode|escape|purif|sanitiz|strip)\w*(?:\.\w+)*\($|(?<![\w$.])Promise\.\w+\($/i;

/** Not so `await ${MATCH}`, which binds to whatever comes. */
function isCallAround({ before, after }: Borders): boolean {
  return /[\w$)\]>]\((?:[^()]*,\s*)?(?:(?:async\s*)?\(\)\s*=>\s*)?$/.test(before) && /^\s*[,)]/.test(after);
}

/** The match is all of the expression, or of a call whose value is not looked into yet its name and bracket. */
function isNamedWhole(node: Node, { range }: Match): boolean {
  if (isExactly(node, range)) return true;
  return isCall(node) && node.callee.end <= range.end;
}

/** The name of a member, or the text of a template: a part of an expression that is none itself. */
function isInnerName(tree: SyntaxTree, node: Node): boolean {
  if (node.type === 'TemplateElement' || node.type === 'PrivateIdentifier') return true;
  const parent = tree.parent(node);
  return parent?.type === 'MemberExpression' && parent.property === node && !parent.computed;
}

/** A match that spreads over a function's own statements names no expression. */
function holdsStatements(node: Node): boolean {
  return (
    node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression' || node.type === 'ClassExpression'
  );
}

/**
 * All of it, its head with the parameters, as in `async (req, res) =>`, or what it alone begins with: the keyword, with or
 * without the first of the parameters, as in `async (req`.
 */
function namesFunction(node: Node, { range, text }: Match): boolean {
  return (node.start === range.start && node.end === range.end) || isHeadOfFunction(node, range, text);
}

function isHeadOfFunction(node: Node, range: TextRange, text: string): boolean {
  if (node.start !== range.start || !isFunction(node)) return false;
  if (HEAD.test(text)) return !node.generator;
  if (!/[(>]/.test(text) || range.end > (node.body?.start ?? 0) + 1) return false;
  return node.params.every(({ end }) => end <= range.end);
}

/** Up to somewhere among the parameters, with neither a default nor a type begun. */
const HEAD = /^(?:async\s+function|async|function)(?:\s*[\w$]*\s*\([\w$\s,]*)?$/;

/** Whether it awaits or yields for the function around it. */
function suspends(tree: SyntaxTree, node: Node): boolean {
  return tree.descendants(node).some((each) => {
    if (each.type !== 'AwaitExpression' && each.type !== 'YieldExpression') return false;
    const owner = tree.lineage(each).find(isFunction);
    return owner === undefined || !contains(node, owner);
  });
}

function draftOf(tree: SyntaxTree, node: Node, given: Around, target: Target): Draft | Refusal {
  // Right behind an arrow the braces of an object are those of a block.
  const isBody = node.type === 'ObjectExpression' && /=>\s*$/.test(given.before);
  const around = isBody ? { ...given, before: `${given.before}(`, after: `)${given.after}` } : given;
  const isQuoted = isQuotedAttribute(tree, node);
  if (isQuoted && readsOtherwiseAsString(textOf(tree, node))) return OTHER_TEXT;
  const isElement = /^\s*</.test(around.before);
  if (isElement && hasKey(node)) {
    return refuse('keeps-context', 'In a list, the key would have to stand at the element around this one.');
  }
  const quoted = isQuoted || (!isElement && /^JSX(?:Element|Fragment)$/.test(tree.parent(node)?.type ?? ''));
  const { before, after } = quoted ? { before: `{${around.before}`, after: `${around.after}}` } : around;
  const whole = before + textOf(tree, node) + after;
  const asExpression = isExpressionText(tree.path, quoted ? whole.slice(1, -1) : whole);
  const statement = tree.parent(node);
  if (!asExpression && statement?.type === 'ExpressionStatement') {
    // A template that ends the statement itself does so in place of its semicolon.
    const own = /^[^\S\r\n]*;/.exec(tree.text.slice(node.end, statement.end))?.[0] ?? '';
    return borders(tree, statement, around, /^\s*;/.test(after) ? own.length : 0);
  }
  if (asExpression) return borders(tree, node, { before, after });
  // A call that matched is hardly meant for what the call around it is given.
  const isArgument = target.kind === 'group' || target.kind === 'value' || !isCall(node);
  if (isArgument && givesArguments(tree, node, around)) return borders(tree, node, around);
  return /=>|\bfunction\b/.test(before) && suspends(tree, node)
    ? refuse('keeps-context', 'Inside the wrapping function `await` and `yield` have no function of their kind.')
    : refuse('template-is-expression', 'The template around the expression yields no expression.');
}

function hasKey(node: Node): boolean {
  return node.type === 'JSXElement' && attributeOf(node.openingElement, 'key') !== null;
}

/** `${MATCH}, { timeout }` around the last argument of a call, `context, ${MATCH}` around the first: it is given one more. */
function givesArguments(tree: SyntaxTree, node: Node, { before, after }: Borders): boolean {
  const call = tree.parent(node);
  if (!call || !isCall(call)) return false;
  const given = call.arguments;
  if (given.some(({ type }) => type === 'SpreadElement')) return false;
  const isLast = before === '' && /^\s*,/.test(after) && given.at(-1) === node;
  const isFirst = after === '' && /,\s*$/.test(before) && given[0] === node;
  return (isLast || isFirst) && isExpressionText(tree.path, `f(${before}${textOf(tree, node)}${after})`);
}

/**
 * Only the borders are written, so that the layout inside stays as it is.
 * @param cut how much of the end of the node gives way to the border there
 */
function borders(tree: SyntaxTree, node: Node, around: Borders, cut = 0): Draft {
  const edits: Edit[] = [
    { range: { start: node.start, end: node.start }, text: around.before },
    { range: { start: node.end - cut, end: node.end }, text: around.after },
  ];
  const written = edits.filter((edit) => edit.text !== '').map((edit) => layArgument(tree, edit));
  return { edits: written, judgedAs: judged(tree, node, around, cut) };
}

function judged(tree: SyntaxTree, node: Node, { before, after }: Borders, cut = 0): readonly Edit[] {
  const range = { start: node.start, end: node.end };
  return [{ range, text: before + tree.text.slice(node.start, node.end - cut) + after }];
}
