import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { tagName } from '../../syntax/jsx.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `<Trans>Save</Trans>` → `<Trans>{t('Save')}</Trans>`: what holds the text translates it already. */
export const translatedTwice: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    // To go through the code for it takes much longer.
    if (!CALLED.test(textOf(after, made))) continue;
    const before = new Set(translationsIn(tree, was).map((call) => textOf(tree, call)));
    for (const call of translationsIn(after, made)) {
      if (before.has(textOf(after, call))) continue;
      const isTwice = after.lineage(call).some((node) => node !== call && isTranslating(node));
      if (isTwice) return refuse('already-wrapped', 'The text is translated already.');
    }
  }
  return null;
};

function translationsIn(tree: SyntaxTree, node: Node): readonly Node[] {
  return tree.descendants(node).filter(isTranslation);
}

function isTranslation(node: Node): boolean {
  return node.type === 'CallExpression' && TRANSLATE.test(calledName(node.callee) ?? '');
}

const TRANSLATE = /^(?:t|\$t|__|translate|gettext|formatMessage)$/;
const CALLED = /(?:\bt|\b__|\btranslate|\bgettext|\bformatMessage)\s*[(<?]/;

function isTranslating(node: Node): boolean {
  if (isTranslation(node)) return true;
  if (node.type !== 'JSXElement') return false;
  return /^(?:Trans|Translate|Translation|FormattedMessage)$/.test(tagName(node.openingElement) ?? '');
}
