import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import { contains } from '../../model/position.js';
import type { Template } from '../../model/template.js';
import { isFunction } from '../../syntax/is-function.js';
import { isQuotedAttribute } from '../../syntax/jsx.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Draft, FixTask } from '../draft.js';
import { expandTemplate, readTemplate } from '../expand-template.js';
import { isExpression } from '../expression.js';
import { isExpressionText } from '../expression-text.js';
import type { Match } from '../fix-site.js';
import { isRefusal, type Refusal, refuse } from '../refusal.js';
import { findAdjacentValue } from '../values/adjacent-value.js';
import { changesUntilRun } from '../values/changes-until-run.js';
import { isWrapped } from '../values/is-wrapped.js';
import { OTHER_TEXT, readsOtherwiseAsString } from '../values/quoted-attribute.js';
import { usesOwnContext } from '../values/uses-own-context.js';
import { findValueSlot } from '../values/value-slot.js';
import { verifyEdits } from '../verify-edits.js';

/** Puts a template around the whole expression a match belongs to, or around the value that follows it. */
export function wrap(task: FixTask): Draft | Refusal {
  const { instruction, match, tree } = task;
  if (instruction.template === null) return refuse('instruction-executable', 'The instruction has no template.');
  if (!match) return refuse('match-is-whole', 'What is required here is absent, so there is nothing to wrap.');
  const template = readTemplate(instruction.template, match.regex);
  if (isRefusal(template)) return template;
  const around = splitAtHole(template, match);
  if (isRefusal(around)) return around;
  const node = wrappedNode(task, match, around);
  if (isRefusal(node)) return node;
  if (node.type === 'SequenceExpression') {
    return refuse('template-is-expression', 'A comma would part what is wrapped into several arguments.');
  }
  if (isWrapped(tree, node, around)) return refuse('already-wrapped', 'The expression is wrapped that way already.');
  if (/\bfunction\b/.test(around.before) && usesOwnContext(tree, node)) {
    return refuse('keeps-context', 'Inside the wrapping function `this` or `arguments` would mean something else.');
  }
  if (/=>|\bfunction\b/.test(around.before) && changesUntilRun(tree, node)) {
    return refuse(
      'keeps-context',
      'By the time the wrapping function runs, or runs again, a value may be another one.',
    );
  }
  return draftOf(tree, node, around);
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

function splitAtHole(template: Template, match: Match): Around | Refusal {
  const holes = template.flatMap((part, index) => (part.kind === 'match' || part.kind === 'value' ? [index] : []));
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
  if (instruction.target.kind === 'group') {
    return refuse('instruction-executable', 'A wrap is of the match or of its value, not of a group.');
  }
  if (instruction.target.kind === 'value') return valueAround(tree, match);
  const node = expressionAround(tree, match);
  if (!node) return around.ofValue && instruction.target.kind !== 'match' ? valueAround(tree, match) : NO_EXPRESSION;
  if (/^\(?await\b/.test(around.before) && isReadOfCall(node, match)) {
    return refuse(
      'await-ambiguous',
      'What is read here is of the promise or of its result; which of them is to be awaited cannot be told.',
    );
  }
  const parent = tree.parent(node);
  if (parent?.type !== 'AwaitExpression') return node;
  if (instruction.target.kind === 'match') return node;
  // `retry(() => await f())` does not parse, so there only the promise can be meant.
  return isRefusal(verifyEdits(tree, judged(tree, parent, around)))
    ? node
    : refuse(
        'await-ambiguous',
        'The call is awaited; whether its promise or its result is to be wrapped cannot be told.',
      );
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

/** The smallest expression that holds the match, with the member and call chain it is the head of. */
function expressionAround(tree: SyntaxTree, match: Match): Node | null {
  let node = tree.lineage(tree.enclosing(match.range)).find((each) => !isInnerName(tree, each));
  if (!node || !isExpression(tree, node) || node.type === 'AssignmentExpression') return null;
  if (holdsStatements(node)) return namesFunction(node, match) ? node : null;
  for (let parent = tree.parent(node); parent && continuesChain(parent, node); parent = tree.parent(node))
    node = parent;
  return node;
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

/** All of it, or its head with the parameters: `async (req, res) =>`. */
function namesFunction(node: Node, { range, text }: Match): boolean {
  if (node.start !== range.start) return false;
  if (node.end === range.end) return true;
  if (!isFunction(node) || !/[(>]/.test(text) || range.end > (node.body?.start ?? 0) + 1) return false;
  return node.params.every(({ end }) => end <= range.end);
}

function continuesChain(parent: Node, node: Node): boolean {
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === node;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === node;
    case 'TaggedTemplateExpression':
      return parent.tag === node;
    case 'ChainExpression':
    case 'TSNonNullExpression':
      return true;
    default:
      return false;
  }
}

/** Whether it awaits or yields for the function around it. */
function suspends(tree: SyntaxTree, node: Node): boolean {
  return tree.descendants(node).some((each) => {
    if (each.type !== 'AwaitExpression' && each.type !== 'YieldExpression') return false;
    const owner = tree.lineage(each).find(isFunction);
    return owner === undefined || !contains(node, owner);
  });
}

function draftOf(tree: SyntaxTree, node: Node, around: Around): Draft | Refusal {
  const quoted = isQuotedAttribute(tree, node);
  if (quoted && readsOtherwiseAsString(textOf(tree, node))) return OTHER_TEXT;
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
  return /=>|\bfunction\b/.test(before) && suspends(tree, node)
    ? refuse('keeps-context', 'Inside the wrapping function `await` and `yield` have no function of their kind.')
    : refuse('template-is-expression', 'The template around the expression yields no expression.');
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
  return { edits: edits.filter((edit) => edit.text !== ''), judgedAs: judged(tree, node, around, cut) };
}

function judged(tree: SyntaxTree, node: Node, { before, after }: Borders, cut = 0): readonly Edit[] {
  const range = { start: node.start, end: node.end };
  return [{ range, text: before + tree.text.slice(node.start, node.end - cut) + after }];
}
