import type { Node } from 'oxc-parser';
import { applyEditsWithin, type Edit } from '../../model/edit.js';
import { contains, rangesOverlap, type TextRange } from '../../model/position.js';
import { isVoidElement } from '../../syntax/is-void-element.js';
import type { JsxOpening } from '../../syntax/jsx.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** `<a href>` → `<Link href>`: the edits that have the closing tags follow opening ones which other edits call anew. */
export function closingTags(tree: SyntaxTree, edits: readonly Edit[]): readonly Edit[] {
  const renamed = new Set(edits.flatMap((edit) => openingCalledAnew(tree, edit) ?? []));
  return [...renamed].flatMap((opening) => {
    const element = tree.parent(opening);
    const closing = element?.type === 'JSXElement' ? element.closingElement : null;
    if (!closing || edits.some(({ range }) => rangesOverlap(range, closing))) return [];
    const name = nameAfter(tree, opening, edits);
    const { start, end } = closing.name;
    const isSame = name === null || name === tree.text.slice(start, end);
    // With a closing tag left behind, the result does not parse.
    return isSame || isVoidElement(name) ? [] : [{ range: { start, end }, text: name }];
  });
}

/** Whether a found piece such as `<a` is but the beginning of a name that the match did not see whole: `<a-b>`, `<a.b>`. */
export function tearsTagName(tree: SyntaxTree, found: TextRange, match: TextRange | null): boolean {
  const node = tree.enclosing(found);
  if (node.type === 'JSXIdentifier') return !contains(found, node) && !(match && contains(match, node));
  const opening = tree.lineage(node).find(isOpening);
  if (opening?.start !== found.start || !rangesOverlap(opening.name, found)) return false;
  const isTorn = found.end < opening.name.end && /[\w$]/.test(tree.text.charAt(found.end - 1));
  return isTorn && !(match && contains(match, opening.name));
}

/** The opening tag that an edit is about alone, where it reaches its name. */
function openingCalledAnew(tree: SyntaxTree, { range }: Edit): JsxOpening | null {
  const opening = tree.lineage(tree.enclosing(range)).find(isOpening);
  return opening && rangesOverlap(range, opening.name) ? opening : null;
}

function isOpening(node: Node): node is JsxOpening {
  return node.type === 'JSXOpeningElement';
}

/** What an opening tag is called once the edits are made; empty of a fragment. */
function nameAfter(tree: SyntaxTree, opening: JsxOpening, edits: readonly Edit[]): string | null {
  const own = edits.filter(({ range }) => contains(opening, range));
  const text = applyEditsWithin(tree.text, opening, own);
  return /^<\s*([\w$.:-]*)/.exec(text ?? '')?.[1] ?? null;
}
