import type { Node } from 'oxc-parser';
import { wholeNameRegex } from '../../model/name-regex.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isWholeWord } from '../matching/covers-head.js';

/** What a rule says of that which is to be removed. */
export interface RemovalRequest {
  /** What matched. */
  readonly regex: RegExp;
  /** Texts of the rule's own examples. */
  readonly violating: readonly string[];
  readonly compliant: readonly string[];
  /** Whether what compiles the file brings in what JSX becomes. */
  readonly bringsJsx: () => boolean;
}

/** Whether the rule's example shows this very property, value and all, as what is wrong, and none shows it as right. */
export function isShown(
  tree: SyntaxTree,
  { key, value }: Extract<Node, { type: 'Property' }>,
  { violating, compliant }: RemovalRequest,
): boolean {
  const written = `${textOf(tree, key)}:${textOf(tree, value)}`;
  const holds = (example: string): boolean => {
    const text = example.replace(/\s*:\s*/g, ':');
    const start = text.indexOf(written);
    return start >= 0 && isWholeWord(text, { start, end: start + written.length });
  };
  return value.type === 'Literal' && violating.some(holds) && !compliant.some(holds);
}

/** Whether a rule says a name in words. */
export function isNamedBy(request: RemovalRequest, name: string): boolean {
  return wholeNameRegex(name).test(spelt(request));
}

/** What a rule says in words, without the letters that stand for kinds of characters. */
export function spelt({ regex }: RemovalRequest): string {
  return regex.source.replaceAll(/\\[bBdDsSwWnrt]/g, ' ');
}
