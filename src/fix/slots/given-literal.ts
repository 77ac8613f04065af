import type { Node } from 'oxc-parser';
import { contains, type TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { type Call, isCall } from '../../syntax/is-call.js';
import { isStringLike } from '../../syntax/is-string-like.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isExactly, isKey, literalSlot, type ValueSlot } from './value-slot.js';

/**
 * What a template takes the place of where the match is a whole call that is given literals: of `createHash('md5')`,
 * `'sha256'` replaces the literal. Null where it is the call, or where the match is none.
 * @param text what the template yields
 */
export function givenLiteral(tree: SyntaxTree, match: TextRange, text: string): ValueSlot | Refusal | null {
  const call = wholeCall(tree, match);
  if (!call) return null;
  const kind = KINDS.find(({ written }) => written.test(text));
  if (kind) return onlyOne(tree, call, kind.is);
  const isName = /^[\w$]+(?:\.[\w$]+)*$/.test(text) && headOf(text) !== headOf(textOf(tree, call));
  const literals = isName ? literalsOf(tree, call, isLiteral) : [];
  if (literals.length === 0) return null;
  // The environment holds texts, of which an address is one; what a call gives may be anything.
  const isAddress = literals.length === 1 && literals.some((node) => /:\/\//.test(textOf(tree, node)));
  if (isAddress && /^(?:process|import\.meta)\.env\./.test(text)) return onlyOne(tree, call, isLiteral);
  return refuse(
    'slot-unique',
    'Whether the call or what it is given is meant cannot be told; a target of match or value would say it.',
  );
}

/** The literal that a whole call is given, for whoever asks for a value; null where the match is no call, or there is none. */
export function valueGiven(tree: SyntaxTree, match: TextRange): ValueSlot | Refusal | null {
  const call = wholeCall(tree, match);
  return call && onlyOne(tree, call, isLiteral);
}

function wholeCall(tree: SyntaxTree, match: TextRange): Given | null {
  const node = tree.enclosing(match);
  return isExactly(node, match) && (isCall(node) || node.type === 'ImportExpression') ? node : null;
}

/** What is given something: a call, or `import('./module')`. */
type Given = Call | Extract<Node, { type: 'ImportExpression' }>;

function onlyOne(tree: SyntaxTree, call: Given, is: (node: Node) => boolean): ValueSlot | Refusal | null {
  const [only, ...others] = literalsOf(tree, call, is);
  if (!only) return null;
  return others.length === 0
    ? literalSlot(tree, only, call)
    : refuse('slot-unique', `${others.length + 1} literals lie in the match; which one is meant cannot be told.`);
}

function literalsOf(tree: SyntaxTree, call: Given, is: (node: Node) => boolean): readonly Node[] {
  return tree.overlapping(call).filter((node) => contains(call, node) && is(node) && !isKey(tree, node));
}

function isNumber(node: Node): boolean {
  return node.type === 'Literal' && typeof node.value === 'number';
}

function isLiteral(node: Node): boolean {
  return isStringLike(node) || isNumber(node);
}

const KINDS = [
  { written: /^(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.|\$(?!\{))*`)$/s, is: isStringLike },
  { written: /^-?\d[\d_]*(?:\.\d+)?$/, is: isNumber },
] as const;

function headOf(text: string): string {
  return /^[\w$]*/.exec(text)?.[0] ?? '';
}
