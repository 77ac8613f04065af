import type { Node } from 'oxc-parser';
import { type FindReplace, writtenRegex } from '../../model/auto-fix.js';
import type { Edit } from '../../model/edit.js';
import type { Match } from '../../model/fix-site.js';
import { contains, rangesOverlap, type TextRange } from '../../model/position.js';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import { isInSpeltType } from '../../semantics/types/type-spelling.js';
import { isFunction } from '../../syntax/is-function.js';
import { isStringLike } from '../../syntax/is-string-like.js';
import { nameRange } from '../../syntax/name-range.js';
import { placeAt } from '../../syntax/place-at.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { editedRanges } from '../checks/edited-ranges.js';
import { verifyEdits } from '../checks/verify-edits.js';
import type { Draft, FixTask } from '../draft.js';
import { dropTwin } from '../imports/drop-twin.js';
import { moveMeantName } from '../imports/meant-name.js';
import { layArgument } from '../layout/lay-argument.js';
import { isWholeWord } from '../matching/covers-head.js';
import { isMeantText } from '../matching/is-meant-text.js';
import { matchesOf } from '../matching/matches-of.js';
import { withWholeNames } from '../matching/with-whole-names.js';
import { withEmptiedSpace } from '../removal/removal-range.js';
import { takenStatements } from '../removal/taken-statements.js';
import { findValueSlot, isExactly, isOpeningQuote } from '../slots/value-slot.js';
import { readReplacement } from '../template/expand-replacement.js';
import { isExpressionText } from '../template/expression-text.js';
import { TORN_GROUP, tearsGroup } from '../text/tears-group.js';
import { closingTags, tearsTagName } from './closing-tags.js';
import { remove } from './remove.js';

const NO_GROUPS = /(?:)/;

/** Rewrites every `find` in the smallest piece of syntax around the violation, or in the file when it is an absence. */
export function replaceFound(task: FixTask, { find, replace }: FindReplace): Draft | Refusal {
  const { tree, match } = task;
  const slot = match ? findValueSlot(tree, match.range) : null;
  const known = slot && !isRefusal(slot) ? slot : null;
  const replacement = readReplacement(replace, match?.regex ?? NO_GROUPS, {
    match,
    value: known ? textOf(tree, known.node) : null,
    name: known?.name ?? null,
  });
  if (typeof replacement !== 'function') return replacement;
  const within = (region: TextRange): readonly Found[] =>
    matchesOf(tree.text, find).flatMap((each) => {
      const range = { start: each.index, end: each.index + each[0].length };
      if (each[0] === '' || range.end <= region.start || range.end > region.end) return [];
      const written = withWholeNames(tree.text, { range, text: replacement(each) }, find);
      const edit = behindQuote(tree, withoutQuote(tree, behindIndent(tree, written, region)));
      if (Math.max(range.start, edit.range.start) < region.start) return [];
      return [{ ...withoutBrackets(tree, withoutGap(tree, edit)), each }];
    });
  const found = match ? foundAround(tree, match.range, within) : within({ start: 0, end: tree.text.length });
  // What the violation itself holds is meant; the rest of its syntax only where nothing in it is.
  const own = match ? found.filter(({ range }) => rangesOverlap(range, match.range)) : [];
  const meant = (own.length > 0 ? own : found).filter(({ range }) => isEditable(tree, range, match));
  if (meant.some(({ each }) => tearsGroup(find, each))) return TORN_GROUP;
  const written = meant.map(({ range, text }) => laidOut(tree, { range, text }));
  const moved = match ? moveMeantName(tree, match, written) : null;
  if (moved) return isRefusal(moved) ? moved : { edits: [moved] };
  const removed = match && removeStatement(task, match, written);
  if (removed && (isRefusal(removed) || written.every(({ text }) => text.trim() === ''))) return removed;
  const dropped = dropTwin(tree, written);
  if (dropped) return { edits: dropped };
  if (written.length > 0) {
    const edits = [...written, ...closingTags(tree, written)];
    return { edits, judgedAs: edits.map((edit) => asWhole(tree, edit)) };
  }
  return found.length > 0
    ? refuse(
        'position-is-code',
        'What is to be found stands only in comments, strings, types or inside other names, or reaches into one.',
      )
    : refuse('find-found-nothing', `${writtenRegex(find)} is found nowhere in the code that holds the violation.`);
}

function laidOut(tree: SyntaxTree, { range, text }: Edit): Edit {
  return text === ''
    ? { range: withEmptiedSpace(tree, range), text }
    : layArgument(tree, leavingStatement(tree, objectAsBody(tree, { range, text })));
}

/** `^( *)if (a) return;` → `$1if (a) { return; }`: the space in front of a line is none of its syntax, and stays. */
function behindIndent(tree: SyntaxTree, edit: Edit, { start }: TextRange): Edit {
  const { range, text } = edit;
  const indent = tree.text.slice(range.start, Math.max(range.start, start));
  if (indent === '' || indent.trim() !== '' || !text.startsWith(indent)) return edit;
  return { range: { start, end: range.end }, text: text.slice(indent.length) };
}

/** The same edit as the replacement of the whole piece of syntax that it makes another of. */
function asWhole(tree: SyntaxTree, edit: Edit): Edit {
  return (
    wholeExpression(tree, edit) ??
    wholeExpression(tree, behindSameHead(tree, edit)) ??
    awaitedCall(tree, edit) ??
    compoundAssignment(tree, edit) ??
    guardedChain(tree, edit) ??
    leavingHead(tree, edit) ??
    withSemicolon(tree, edit) ??
    withoutSigns(tree, edit) ??
    wholeName(tree, edit)
  );
}

/** Whoever puts nothing in the place of a whole statement removes it, with its line and under the same conditions. */
function removeStatement(task: FixTask, match: Match, written: readonly Edit[]): Draft | Refusal | null {
  const [statement, ...others] = written.flatMap((edit) => takenStatements(task.tree, edit));
  if (!statement) return null;
  if (others.length > 0 || written.length > 1) return SEVERAL;
  return remove({ ...task, match: { ...match, range: { start: statement.start, end: statement.end } } });
}

const SEVERAL = refuse('statement-removable', 'What is to be taken away spreads over more than one statement.');

interface Found extends Edit {
  readonly each: RegExpExecArray;
}

/** In the smallest piece of syntax; where nothing is there, what goes on from it to the end of its statement, such as a semicolon. */
function foundAround(
  tree: SyntaxTree,
  match: TextRange,
  within: (region: TextRange) => readonly Found[],
): readonly Found[] {
  const found = within(regionAround(tree, match));
  if (found.length > 0) return found;
  const around = tree.lineage(tree.enclosing(match)).find((each) => isFunction(each) || SIMPLE.test(each.type));
  if (!around || !SIMPLE.test(around.type)) return [];
  // An edit may be less than what was found: its quote stays where it is.
  return within(around).filter(({ each }) => contains({ start: each.index, end: each.index + each[0].length }, match));
}

const SIMPLE = /^(?:ExpressionStatement|VariableDeclaration|ReturnStatement|ThrowStatement)$/;

/** `() => Object.assign({}, a)` → `() => ({ ...a })`: without brackets, the object would be a block. */
function objectAsBody(tree: SyntaxTree, edit: Edit): Edit {
  const { range, text } = edit;
  const node = tree.enclosing(range);
  const arrow = tree.lineage(node).find(({ type }) => type === 'ArrowFunctionExpression');
  const beginsBody = arrow?.type === 'ArrowFunctionExpression' && arrow.body.start === range.start;
  const isWhole = isExactly(node, range) && node.type !== 'BlockStatement';
  const isObject = /^\{\s*[^\s}][\s\S]*\}$/.test(text);
  return beginsBody && isWhole && isObject && isExpressionText(tree.path, text) ? { range, text: `(${text})` } : edit;
}

/** `done(error);` → `return done(error);`: with the semicolon, as it is the whole statement that becomes another one. */
function leavingStatement(tree: SyntaxTree, edit: Edit): Edit {
  const { range, text } = edit;
  if (!/^(?:return|throw)\b/.test(text) || /;\s*$/.test(text)) return edit;
  const statement = tree.lineage(tree.enclosing(range)).find(({ type }) => /Statement$/.test(type));
  if (statement?.type !== 'ExpressionStatement' || !isExactly(statement.expression, range)) return edit;
  return {
    range: { start: statement.start, end: statement.end },
    text: text + tree.text.slice(range.end, statement.end),
  };
}

/** `res.status(404)` → `return res.status(404)`, of which the edit wrote no more than the head: the whole statement becomes another. */
function leavingHead(tree: SyntaxTree, edit: Edit): Edit | null {
  const { range, text } = behindShared(tree, edit);
  if (!/^(?:return|throw)\s/.test(text)) return null;
  const statement = tree.lineage(tree.enclosing(range)).find(({ type }) => /Statement$/.test(type));
  if (statement?.type !== 'ExpressionStatement' || statement.start !== range.start) return null;
  const { start, end } = statement;
  return { range: { start, end }, text: text + tree.text.slice(range.end, end) };
}

/** The edit without the words that it begins with and leaves: `return res.` of `if (!a) res.` → `if (!a) return res.` */
function behindShared(tree: SyntaxTree, { range, text }: Edit): Edit {
  const found = textOf(tree, range);
  let shared = 0;
  while (shared < found.length && found[shared] === text[shared]) shared += 1;
  while (shared > 0 && /[\w$]/.test(found[shared - 1] ?? '')) shared -= 1;
  return { range: { start: range.start + shared, end: range.end }, text: text.slice(shared) };
}

/**
 * `if (err) done(err)` → `if (err) return done(err)` and `const a = require('a')` → `import a from 'a'`, written without
 * the semicolon that ends the statement.
 */
function withSemicolon(tree: SyntaxTree, { range, text }: Edit): Edit | null {
  const isMeant = ({ type, start }: Node): boolean =>
    start === range.start && (type === 'IfStatement' || (type === 'VariableDeclaration' && /^import\b/.test(text)));
  const whole = tree.lineage(tree.enclosing(range)).find(isMeant);
  if (!whole || !/^\s*;$/.test(tree.text.slice(range.end, whole.end))) return null;
  return { range: { start: whole.start, end: whole.end }, text: text + tree.text.slice(range.end, whole.end) };
}

/** `!!a.b` without the two signs: the whole gives way to what they stood in front of. */
function withoutSigns(tree: SyntaxTree, { range, text }: Edit): Edit | null {
  const { type, start, end } = tree.enclosing(range);
  const isOfSigns = type === 'UnaryExpression' && start === range.start && /^!\s*!\s*$/.test(textOf(tree, range));
  return isOfSigns && text === '' ? { range: { start, end }, text: tree.text.slice(range.end, end) } : null;
}

/** `class="` → `className="`: the quote that a string begins with stays where it is. */
function withoutQuote(tree: SyntaxTree, edit: Edit): Edit {
  const { range, text } = edit;
  const at = range.end - 1;
  if (at <= range.start || !/["'`]/.test(tree.text.charAt(at)) || !text.endsWith(tree.text.charAt(at))) return edit;
  return isOpeningQuote(tree, at) ? { range: { start: range.start, end: at }, text: text.slice(0, -1) } : edit;
}

/** `from "` → `from "node:`, or `from "fs` → `from "node:fs`: what is new stands in the string alone. */
function behindQuote(tree: SyntaxTree, edit: Edit): Edit {
  const { range, text } = edit;
  const literal = tree.enclosing({ start: range.end - 1, end: range.end });
  if (literal.type !== 'Literal' || literal.start < range.start || literal.end <= range.end) return edit;
  const head = tree.text.slice(range.start, literal.start + 1);
  const added = text.slice(head.length);
  if (!/["']$/.test(head) || !text.startsWith(head) || !/^[^"'`\\\r\n]+$/.test(added)) return edit;
  if (!isWholeWord(tree.text, { start: range.start, end: literal.start })) return edit;
  // `"fs` of `"fs-extra"` is the beginning of another name.
  if (/\w$/.test(textOf(tree, range)) && /[\w$.-]/.test(tree.text.charAt(range.end))) return edit;
  const content = { start: literal.start + 1, end: literal.end - 1 };
  return { range: content, text: added + tree.text.slice(range.end, content.end) };
}

/** `if (a == null)` → `if (a === null || a === undefined)`: brackets that the replacement brings along stand there already. */
function withoutBrackets(tree: SyntaxTree, edit: Edit): Edit {
  const inner = /^\(([^(),]+)\)$/.exec(edit.text)?.[1];
  const isHeld = tree.text[edit.range.start - 1] === '(' && tree.text[edit.range.end] === ')';
  return inner !== undefined && isHeld ? { ...edit, text: inner } : edit;
}

/** A link of a chain that goes takes along the line end in front of it. */
function withoutGap(tree: SyntaxTree, edit: Edit): Edit {
  const { start, end } = edit.range;
  if (edit.text !== '' || !/^\??\./.test(tree.text.slice(start, end))) return edit;
  const gap = tree.text.slice(0, start).trimEnd().length;
  // Behind a comment, what follows the link would become a part of it.
  return tree.comments.some((comment) => comment.end === gap) ? edit : { range: { start: gap, end }, text: '' };
}

/**
 * An edit of everything behind the head of an expression, arguments perhaps left out, as the replacement of that
 * expression, where it makes another kind of it: `list.indexOf(x) !== -1` → `list.includes(x)`, `it.only(…)` → `it(…)`.
 * The head has to stay the head: a whole operand before and after.
 */
export function wholeExpression(tree: SyntaxTree, edit: Edit): Edit | null {
  const { range, text } = edit;
  const node = tree.enclosing(range);
  const isTail = node.end === range.end || endsBeforeArguments(node, range);
  if (!isTail || node.start === range.start || !REMADE.has(node.type)) return null;
  const head = headOf(tree, node, range, text);
  if (!isExactly(tree.enclosing(head), head) || !isRefusal(verifyEdits(tree, [edit]))) return null;
  const written = tree.text.slice(head.start, range.start) + text + tree.text.slice(range.end, node.end);
  const whole = { range: { start: node.start, end: node.end }, text: written };
  const after = verifyEdits(tree, [whole]);
  if (isRefusal(after)) return null;
  const [made] = editedRanges([whole]);
  const isHead = made && isExactly(after.enclosing(made), made) && isExactly(after.enclosing(head), head);
  return isHead ? whole : null;
}

/** `user.id` → `user?.id` of `req.user.id`: the edit behind the name that it begins with, and leaves. */
function behindSameHead(tree: SyntaxTree, edit: Edit): Edit {
  const { range, text } = edit;
  const head = /^[\w$]+(?=\?\.)/.exec(text)?.[0] ?? '';
  const isSame = head !== '' && tree.text.startsWith(`${head}.`, range.start);
  return isSame ? { range: { start: range.start + head.length, end: range.end }, text: text.slice(head.length) } : edit;
}

function endsBeforeArguments(node: Node, { end }: TextRange): boolean {
  return node.type === 'CallExpression' && node.callee.end < end && end <= (node.arguments[0]?.start ?? node.end - 1);
}

/** `readSync(x)` → `await read(x)`, of which the edit wrote no more than the head: the whole call gives way to one that is awaited. */
function awaitedCall(tree: SyntaxTree, { range, text }: Edit): Edit | null {
  if (!/^await\s/.test(text)) return null;
  const call = tree.lineage(tree.enclosing(range)).find(({ type }) => type === 'CallExpression');
  if (call?.type !== 'CallExpression' || call.start !== range.start || call.callee.end > range.end) return null;
  const behind = call.arguments[0]?.start ?? call.end - 1;
  if (range.end > behind) return null;
  const whole = { range: { start: call.start, end: call.end }, text: text + tree.text.slice(range.end, call.end) };
  const after = verifyEdits(tree, [whole]);
  const [made] = editedRanges([whole]);
  return !isRefusal(after) && made && isExactly(after.enclosing(made), made) ? whole : null;
}

/** `n = n ?? 1` → `n ??= 1`, of which the edit wrote no more than the head: the whole assignment gives way to one by an operator. */
function compoundAssignment(tree: SyntaxTree, { range, text }: Edit): Edit | null {
  const node = tree.lineage(tree.enclosing(range)).find(({ type }) => type === 'AssignmentExpression');
  if (node?.type !== 'AssignmentExpression' || node.operator !== '=' || node.start !== range.start) return null;
  const { right } = node;
  if (right.type !== 'BinaryExpression' && right.type !== 'LogicalExpression') return null;
  if (range.end <= right.left.end || range.end > right.right.start) return null;
  const whole = { range: { start: node.start, end: node.end }, text: text + tree.text.slice(range.end, node.end) };
  return isRefusal(verifyEdits(tree, [whole])) ? null : whole;
}

/** `a && a.b()` → `a?.b()`, of which the edit wrote no more than the head: the guard and what it guards give way to one chain. */
function guardedChain(tree: SyntaxTree, { range, text }: Edit): Edit | null {
  const node = tree.lineage(tree.enclosing(range)).find(({ type }) => type === 'LogicalExpression');
  if (node?.type !== 'LogicalExpression' || node.operator !== '&&' || node.start !== range.start) return null;
  if (range.end <= node.right.start || range.end >= node.end || !text.includes('?.')) return null;
  const written = text + tree.text.slice(range.end, node.end);
  return isExpressionText(tree.path, written) ? { range: { start: node.start, end: node.end }, text: written } : null;
}

/** In front of the edit, or of the member that it begins with and leaves in its place: `this` of `this.n++` → `this.n += 1`. */
function headOf(tree: SyntaxTree, node: Node, range: TextRange, text: string): TextRange {
  // In a chain over lines, the next link begins its own.
  const plain = { start: node.start, end: tree.text.slice(0, range.start).trimEnd().length };
  const member = node.type === 'UpdateExpression' ? node.argument : node.type === 'BinaryExpression' ? node.left : null;
  if (member?.type !== 'MemberExpression' || member.computed || member.property.start !== range.start) return plain;
  const mentions = (code: string): number =>
    [...code.matchAll(/[\w$]+/g)].filter(([word]) => word === member.property.name).length;
  const once = mentions(textOf(tree, range)) === 1 && mentions(text) === 1;
  return once && text.startsWith(member.property.name) ? { start: member.object.start, end: member.object.end } : plain;
}

const REMADE: ReadonlySet<string> = new Set([
  'BinaryExpression',
  'LogicalExpression',
  'ConditionalExpression',
  'CallExpression',
  'MemberExpression',
  'UpdateExpression',
]);

/** An edit inside a name as the replacement of that name: what comes of it has to be known as well. */
function wholeName(tree: SyntaxTree, edit: Edit): Edit {
  const { range, text } = edit;
  const node = tree.enclosing(range);
  if (node.type !== 'Identifier' || isWholeWord(tree.text, range)) return edit;
  const name = nameRange(tree.text, node);
  const whole = tree.text.slice(name.start, range.start) + text + tree.text.slice(range.end, name.end);
  return contains(name, range) ? { range: name, text: whole } : edit;
}

/** The smallest node around a match; of a body, only the members that the match touches. */
function regionAround(tree: SyntaxTree, match: TextRange): TextRange {
  const node = tree.enclosing(match);
  if (!BODIES.has(node.type)) return node;
  const touched = tree.children(node).filter((child) => rangesOverlap(child, match));
  return {
    start: Math.min(match.start, ...touched.map((child) => child.start)),
    end: Math.max(match.end, ...touched.map((child) => child.end)),
  };
}

const BODIES: ReadonlySet<string> = new Set(['Program', 'BlockStatement', 'ClassBody', 'StaticBlock', 'TSModuleBlock']);

function isEditable(tree: SyntaxTree, found: TextRange, matched: Match | null): boolean {
  const match = matched?.range ?? null;
  if (tree.comments.some((comment) => rangesOverlap(comment, found))) return false;
  if (tearsTagName(tree, found, match)) return false;
  const strings = tree.overlapping(found).filter((node) => isStringLike(node) && !isInHole(tree, node, found));
  for (const literal of strings) {
    if (contains(found, literal)) continue;
    return matched !== null && isMeantText(literal, found, matched);
  }
  const isMatchedType = match !== null && rangesOverlap(found, match) && isInSpeltType(tree, match);
  if (placeAt(tree, found) !== (isMatchedType ? 'type' : 'code')) return false;
  // Part of a name is another name's part too, unless the rule itself looked at the name as a whole.
  if (match && rangesOverlap(found, match)) return isWholeWord(tree.text, found) || isWholeWord(tree.text, match);
  return isWholeWord(tree.text, found) && !(match && isInNestedBody(tree, found, match));
}

/** Whether a found piece stands inside `${}` of a template, where it is code although the template is around it. */
function isInHole(tree: SyntaxTree, literal: Node, found: TextRange): boolean {
  if (literal.type === 'TemplateLiteral' && literal.expressions.some((each) => contains(each, found))) return true;
  const last = { start: found.end - 1, end: found.end };
  // Code may end in a type: `x as any`.
  const isEnd = /^(?:code|type)$/.test(placeAt(tree, last));
  return literal.type === 'TemplateLiteral' && placeAt(tree, found) === 'code' && isEnd;
}

/** A function inside the node has violations of its own; they are mended under their own conditions. */
function isInNestedBody(tree: SyntaxTree, found: TextRange, match: TextRange): boolean {
  return tree.lineage(tree.enclosing(found)).some((node) => BODIES.has(node.type) && !contains(node, match));
}
