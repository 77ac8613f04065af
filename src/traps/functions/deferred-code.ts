import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { takesAway } from '../../semantics/effects/takes-away.js';
import { changesUntilRun } from '../../semantics/uses/changes-until-run.js';
import { comesTo } from '../../semantics/values/comes-to.js';
import { type FunctionNode, isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Change, ChangedPlace, Trap } from '../trap.js';

/** `debug(total)` → `debug(() => total)`: what ran at once runs when the function is called, once, never or often. */
export const deferredCode: Trap = (change) => {
  if (change.places.some((place) => makesBlock(change, place))) {
    return refuse('edit-bounded', 'Behind an arrow, what was an object would be a block.');
  }
  const isOther = change.places.some((place) => {
    const bodies = newBodies(change, place);
    return bodies.size > 0 && runsOtherwise(change.before, place.was, bodies);
  });
  return isOther
    ? refuse('keeps-context', 'By the time the wrapping function runs, or runs again, a value may be another one.')
    : null;
};

/** The code of the functions that a place has only since the change. Lines beside others move nothing into one. */
function newBodies({ before, after }: Change, { was, made }: ChangedPlace): ReadonlySet<string> {
  if (LINES.test(was.type)) return new Set();
  const functions = functionsIn(after, made);
  if (functions.length === 0) return new Set();
  const old = new Set(functionsIn(before, was).map((each) => textOf(before, each)));
  const added = functions.filter((each) => !old.has(textOf(after, each)));
  return new Set(added.flatMap(({ body }) => (body ? [codeOf(after, body)] : [])));
}

/** `debug({ a })` → `debug(() => { a })` */
function makesBlock(change: Change, place: ChangedPlace): boolean {
  const { before: tree } = change;
  const bodies = LINES.test(place.was.type) ? [] : arrowBlocks(change.after, place.made);
  const isObject = (node: Node) => node.type === 'ObjectExpression' && bodies.includes(textOf(tree, node));
  return bodies.length > 0 && tree.descendants(place.was).some(isObject);
}

function arrowBlocks(tree: SyntaxTree, node: Node): readonly string[] {
  return functionsIn(tree, node).flatMap(({ type, body }) =>
    type === 'ArrowFunctionExpression' && body?.type === 'BlockStatement' ? [textOf(tree, body)] : [],
  );
}

const LINES = /^(?:Program|BlockStatement|ClassBody)$/;

function functionsIn(tree: SyntaxTree, node: Node): readonly FunctionNode[] {
  return tree.descendants(node).filter(isFunction);
}

/** The code of a body without its braces and a `return`. */
function codeOf(tree: SyntaxTree, body: Node): string {
  const text = textOf(tree, body);
  if (body.type !== 'BlockStatement') return text;
  return text
    .slice(1, -1)
    .trim()
    .replace(/^return\b\s*/, '')
    .replace(/\s*;$/, '');
}

/** Whether one of these pieces ran at once before, and says something else when it runs later. */
function runsOtherwise(tree: SyntaxTree, was: Node, pieces: ReadonlySet<string>): boolean {
  return tree.descendants(was).some((node) => {
    if (!pieces.has(textOf(tree, node))) return false;
    const around = tree.lineage(node);
    const isLater = around.slice(1, around.indexOf(was) + 1).some(isFunction);
    return !isLater && (changesUntilRun(tree, node) || takesAway(tree, node) || isHandle(tree, node));
  });
}

/** `request(url)` of which somebody has the `abort`: that is a member of what it gives, and not of what a function around it does. */
function isHandle(tree: SyntaxTree, code: Node): boolean {
  return comesTo(tree, code).some((use) => {
    const parent = tree.parent(use);
    return parent?.type === 'MemberExpression' && parent.object === use && HANDLES.test(memberName(parent) ?? '');
  });
}

const HANDLES = /^(?:abort|cancel|destroy|unsubscribe|kill|pipe|on|once|off|addListener|removeListener)$/;
