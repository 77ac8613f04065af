import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import { contains } from '../../model/position.js';
import { isRefusal } from '../../model/refusal.js';
import { linksOf } from '../../syntax/links-of.js';
import { nameRange } from '../../syntax/name-range.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isWholeWord } from '../matching/covers-head.js';
import { isExactly } from '../slots/value-slot.js';
import { isExpressionText } from '../template/expression-text.js';
import { editedRanges } from './edited-ranges.js';
import { runOfLinks } from './run-of-links.js';
import { verifyEdits } from './verify-edits.js';
import { wholeExpression } from './whole-expression.js';

/** The same edit as the replacement of the whole piece of syntax that it makes another of. */
export function asWhole(tree: SyntaxTree, edit: Edit): Edit {
  return (
    wholeExpression(tree, edit) ??
    wholeExpression(tree, behindSameHead(tree, edit)) ??
    wholeExpression(tree, beforeOperator(tree, edit)) ??
    runOfLinks(tree, edit) ??
    awaitedCall(tree, edit) ??
    compoundAssignment(tree, edit) ??
    guardedChain(tree, edit) ??
    guardedLinks(tree, edit) ??
    leavingHead(tree, edit) ??
    withSemicolon(tree, edit) ??
    withoutSigns(tree, edit) ??
    wholeName(tree, edit)
  );
}

/** `user.id` → `user?.id` of `req.user.id`: the edit behind the name that it begins with, and leaves. */
function behindSameHead(tree: SyntaxTree, edit: Edit): Edit {
  const { range, text } = edit;
  const head = /^[\w$]+(?=\?\.)/.exec(text)?.[0] ?? '';
  const isSame = head !== '' && tree.text.startsWith(`${head}.`, range.start);
  return isSame ? { range: { start: range.start + head.length, end: range.end }, text: text.slice(head.length) } : edit;
}

/** `.length &&` → `.length > 0 &&` of `list.length && show()`: the edit before the operator that it ends with, and leaves. */
function beforeOperator(tree: SyntaxTree, edit: Edit): Edit {
  const { range, text } = edit;
  const [end] = /\s*(?:&&|\|\||\?\?|\?)\s*$/.exec(textOf(tree, range)) ?? [];
  if (end === undefined || end.length >= range.end - range.start || !text.endsWith(end)) return edit;
  return { range: { start: range.start, end: range.end - end.length }, text: text.slice(0, -end.length) };
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

/** `on && a && a.b()` → `on && a?.b()`, of which the edit wrote no more than the head of two links. */
function guardedLinks(tree: SyntaxTree, { range, text }: Edit): Edit | null {
  const node = tree.enclosing(range);
  if (node.type !== 'LogicalExpression' || node.operator !== '&&' || !text.includes('?.')) return null;
  const links = linksOf(node, '&&');
  const guarded = links[links.findIndex(({ start }) => start === range.start) + 1];
  if (!guarded || guarded === links[0] || range.end <= guarded.start || range.end >= guarded.end) return null;
  const written = text + tree.text.slice(range.end, guarded.end);
  return runOfLinks(tree, { range: { start: range.start, end: guarded.end }, text: written });
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

/** An edit inside a name as the replacement of that name: what comes of it has to be known as well. */
function wholeName(tree: SyntaxTree, edit: Edit): Edit {
  const { range, text } = edit;
  const node = tree.enclosing(range);
  if (node.type !== 'Identifier' || isWholeWord(tree.text, range)) return edit;
  const name = nameRange(tree.text, node);
  const whole = tree.text.slice(name.start, range.start) + text + tree.text.slice(range.end, name.end);
  return contains(name, range) ? { range: name, text: whole } : edit;
}
