import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { attributeOf, type JsxOpening, tagName } from '../../syntax/jsx.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `<button>` → `<button type="button">`: the one in a form submits it, and then does so no more; one that is given its
 * attributes by others may stand in a form of theirs.
 */
export const submitButton: Trap = ({ before: tree, after, places }) => {
  for (const { old, next } of places) {
    const [was, made] = [old.find(isButton), next.find(isButton)];
    if (!was || !made || attributeOf(was, 'type')) continue;
    const type = attributeOf(made, 'type');
    if (!type || !/=\s*\{?["']button["']/.test(textOf(after, type))) continue;
    const isInForm = tree
      .lineage(was)
      .some((node) => node.type === 'JSXElement' && nameOf(node.openingElement) === 'form');
    if (was.attributes.some((each) => each.type === 'JSXSpreadAttribute'))
      return refuse('same-result', 'Who shows it may do so in a form, which a button without a type submits.');
    if (isInForm && !attributeOf(was, 'onClick'))
      return refuse('same-result', 'In a form, a button without a type submits it.');
  }
  return null;
};

function isButton(node: Node): node is JsxOpening {
  return node.type === 'JSXOpeningElement' && nameOf(node) === 'button';
}

/** Also of a component that is called after what it shows. */
function nameOf(opening: JsxOpening): string {
  return tagName(opening)?.toLowerCase() ?? '';
}
