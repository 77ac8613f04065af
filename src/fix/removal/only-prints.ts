import type { BlockStatement, CallExpression, Node } from 'oxc-parser';
import { hasEffects } from '../../semantics/effects/has-effects.js';
import { boundNames } from '../../syntax/bound-names.js';
import { endingCall } from '../../syntax/ends-program.js';
import { isBareJump } from '../../syntax/is-bare-jump.js';
import { isDirective } from '../../syntax/is-directive.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';

/**
 * Whether a block is there for what one of its statements prints: `function help() { console.log(a); console.log(b); }`,
 * and a logger that makes its line first. Without these statements one by one, a rest would stay that nobody asked for.
 */
export function onlyPrints(tree: SyntaxTree, { body }: BlockStatement, node: Node): boolean {
  return isOfPrinting(tree, body, node, isDirective);
}

/** `if (opts.version) { console.log(VERSION); return; }`: what a program tells whoever asks for it. */
export function answersOption(tree: SyntaxTree, block: BlockStatement, node: Node): boolean {
  const branch = tree.parent(block);
  if (branch?.type !== 'IfStatement' || branch.consequent !== block || branch.test.type === 'UnaryExpression')
    return false;
  return ASKS.test(textOf(tree, branch.test)) && isOfPrinting(tree, block.body, node, mayGoWithAnswer);
}

/** What only leads out, or fails where there is nothing to be told: `if (!version) throw new Error("no version");` */
function mayGoWithAnswer(node: Node): boolean {
  if (node.type === 'BlockStatement') return node.body.every(mayGoWithAnswer);
  if (node.type === 'IfStatement') return !node.alternate && mayGoWithAnswer(node.consequent);
  return node.type === 'ThrowStatement' || isBareJump(node);
}

/** Of what else has a version, such as a document, that is no wish to be told it. */
const ASKS =
  /(?:opt|arg|flag|param|program|cli|cmd|command|parsed|values)\w*(?:\(\))?(?:\.|\[['"])(?:version|help|usage)\b(?!\.(?!(?:includes|some)\()|['"\]]*\s*(?:[<>]|[=!]==?(?!=)(?!\s*true)))|--(?:version|help|usage)\b|['"]-[vVh]['"]/i;

/** Whether besides what a statement prints a body only prints, makes ready what is printed, and what may also be there. */
function isOfPrinting(tree: SyntaxTree, body: readonly Node[], node: Node, mayBe: (each: Node) => boolean): boolean {
  const printer = printerOf(tree, node);
  if (printer === null) return false;
  return body.every(
    (each) => each === node || mayBe(each) || isMadeFor(tree, each, body) || isBarePrint(tree, each, printer),
  );
}

/** Whether a statement tells why the program ends right behind it. */
export function tellsEnd(tree: SyntaxTree, body: readonly Node[], node: Node): boolean {
  const printer = printerOf(tree, node, TELLS);
  if (printer === null) return false;
  const behind = body.slice(body.indexOf(node) + 1).find((each) => printerOf(tree, each, TELLS) !== printer);
  return behind?.type === 'ExpressionStatement' && endingCall(tree, behind.expression) !== null;
}

/** What a statement prints with, such as `console.log`; null where it prints nothing. */
function printerOf(tree: SyntaxTree, node: Node, printing: RegExp = PRINTS): string | null {
  const call = printOf(tree, node, printing);
  return call && textOf(tree, call.callee);
}

function printOf(tree: SyntaxTree, node: Node, printing: RegExp = PRINTS): CallExpression | null {
  if (node.type !== 'ExpressionStatement' || node.expression.type !== 'CallExpression') return null;
  return printing.test(textOf(tree, node.expression.callee)) ? node.expression : null;
}

const PRINTS = /^console\.(?:log|info|debug)$/;
const TELLS = /^console\.(?:log|info|debug|warn|error)$/;

/** What is done while a line is put together may be what the block is for. */
function isBarePrint(tree: SyntaxTree, node: Node, printer: string): boolean {
  const call = printOf(tree, node);
  if (call === null || textOf(tree, call.callee) !== printer) return false;
  return !call.arguments.some((each) => hasEffects(tree, each));
}

/** Whether the variables of a statement are used, and in its block alone. */
function isMadeFor(tree: SyntaxTree, node: Node, body: readonly Node[]): boolean {
  if (node.type !== 'VariableDeclaration') return false;
  const uses = node.declarations.flatMap(({ id }) => boundNames(id)).flatMap((name) => usesOf(tree, name));
  return uses.length > 0 && uses.every((use) => tree.lineage(use).some((each) => body.includes(each)));
}
