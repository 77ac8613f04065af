import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { boundNames } from '../../syntax/bound-names.js';
import { functionUses } from '../../syntax/function-uses.js';
import type { Call } from '../../syntax/is-call.js';
import { isFunction } from '../../syntax/is-function.js';
import { calledName } from '../../syntax/member-name.js';
import { nameGiven } from '../../syntax/name-given.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import { wordsOfName } from '../names/spell-name.js';

/**
 * Whether a function is there to print, whatever else it does: `printBanner()`, and `logInfo(...args)` what it is given.
 * `logIn` and `logUserOut` do something else.
 */
export function isWhatLoggerPrints(tree: SyntaxTree, call: Call): boolean {
  if (!prints(tree, call)) return false;
  const functions = tree.lineage(call).filter(isFunction);
  const [around] = functions;
  if (!around) return false;
  // `useLogger(name)` may print in the callbacks it hands on.
  if (functions.some((each) => /[lL]ogger$/.test(nameOf(tree, each) ?? '') && isGiven(tree, call, each.params)))
    return true;
  const [first = '', ...others] = wordsOfName(nameOf(tree, around) ?? '').map((word) => word.toLowerCase());
  if (first === 'print') return !printsElsewhere(tree, around);
  const isOfSession = others.some((word) => /^(?:in|out|on|off)$/.test(word));
  return TELLS.test(first) && !isOfSession && isGiven(tree, call, around.params);
}

/** Whether it is not the console that a function prints on: `await printer.print(order)`. */
function printsElsewhere(tree: SyntaxTree, code: Node): boolean {
  return tree.descendants(code).some((each) => each.type === 'CallExpression' && calledName(each.callee) === 'print');
}

const TELLS = /^(?:log|debug|trace|warn|deprecate[ds]?)$/;

/**
 * Whether a call alone tells what went wrong, and without it nobody would come to know. What is asked about it tells
 * nobody, and nor does another call that goes for the same rule.
 */
export function isOnlyTrace(tree: SyntaxTree, call: Call, unwanted: RegExp | null): boolean {
  if (!prints(tree, call)) return false;
  const caught = tree.lineage(call).find((node) => isFunction(node) || node.type === 'CatchClause');
  const bound = caught === undefined ? [] : namesOfCaught(tree, caught);
  const uses = bound.flatMap((name) => usesOf(tree, name));
  return (
    uses.some((use) => contains(call, use)) &&
    uses.every((use) => contains(call, use) || isAsked(tree, use) || isUnwanted(tree, use, unwanted))
  );
}

function isAsked(tree: SyntaxTree, use: Node): boolean {
  return tree.lineage(use).some((each) => 'test' in each && each.test !== null && contains(each.test, use));
}

function isUnwanted(tree: SyntaxTree, use: Node, unwanted: RegExp | null): boolean {
  if (unwanted === null) return false;
  return tree.lineage(use).some((each) => {
    return each.type === 'CallExpression' && prints(tree, each) && textOf(tree, each).search(unwanted) === 0;
  });
}

function prints(tree: SyntaxTree, call: Call): boolean {
  return /^console\.\w+$/.test(textOf(tree, call.callee));
}

function isGiven(tree: SyntaxTree, call: Call, params: readonly Node[]): boolean {
  return params
    .flatMap((each) => boundNames(each))
    .flatMap((name) => usesOf(tree, name))
    .some((use) => contains(call, use));
}

function nameOf(tree: SyntaxTree, node: Node): string | null {
  if ('id' in node && node.id?.type === 'Identifier') return node.id.name;
  return nameGiven(tree.parent(node));
}

/** `catch (error) { … }`, `.catch((error) => { … })`, the second function of `then`, and callbacks that begin with `err`. */
function namesOfCaught(tree: SyntaxTree, node: Node): ReturnType<typeof boundNames> {
  if (node.type === 'CatchClause') return node.param ? boundNames(node.param) : [];
  if (!isFunction(node)) return [];
  const [first] = node.params.flatMap((each) => boundNames(each));
  const isHandler =
    first !== undefined &&
    (takesError(tree, node, first.name) || functionUses(tree, node).some((use) => isRejected(tree, use)));
  return isHandler ? [first] : [];
}

/** Whether a function is written where it is given what went wrong. */
function takesError(tree: SyntaxTree, node: Node, first: string): boolean {
  const call = tree.parent(node);
  const given: readonly Node[] = call?.type === 'CallExpression' ? call.arguments : [];
  return given.includes(node) && (/^err(?:or)?$/.test(first) || isRejected(tree, node));
}

/** Whether a promise hands a function what it failed with; one of a choice as well: `then(f, isLast ? null : fail)`. */
function isRejected(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (parent?.type === 'ConditionalExpression' && parent.test !== node) return isRejected(tree, parent);
  if (parent?.type !== 'CallExpression') return false;
  const given: readonly Node[] = parent.arguments;
  const place = given.indexOf(node);
  const method = calledName(parent.callee);
  return (method === 'catch' && place === 0) || (method === 'then' && place === 1);
}
