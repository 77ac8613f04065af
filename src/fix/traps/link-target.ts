import type { Node } from 'oxc-parser';
import { attributeOf, type JsxOpening, tagName } from '../../syntax/jsx.js';
import { refuse } from '../refusal.js';
import { changedPairs, type Trap, textOf } from './trap.js';

/** `<a href="https://x.org">` → `<Link to="https://x.org">`: a router leads to its own pages only. */
export const linkTarget: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'JSXOpeningElement', 'JSXElement')) {
    const [was, made] = [openingOf(old), openingOf(next)];
    const target = tagName(was) === 'a' && tagName(made) !== 'a' ? targetOf(made, 'to') : null;
    if (target === null) continue;
    const address = beginningOf(target);
    const leadsOut = address === null ? mayLeadOut(was, textOf(change.after, target)) : OUT.test(address);
    if (leadsOut) return refuse('same-arguments', 'The address leads out of what the router knows.');
  }
  return null;
};

const OUT = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

function openingOf(node: JsxOpening | Extract<Node, { type: 'JSXElement' }>): JsxOpening {
  return node.type === 'JSXElement' ? node.openingElement : node;
}

function targetOf(opening: JsxOpening, name: string): Node | null {
  const value = attributeOf(opening, name)?.value ?? null;
  return value?.type === 'JSXExpressionContainer' ? value.expression : value;
}

/** What an address is known to begin with; null of one that is put together elsewhere. */
function beginningOf(target: Node): string | null {
  if (target.type === 'Literal') return typeof target.value === 'string' ? target.value : null;
  return (target.type === 'TemplateLiteral' && target.quasis[0]?.value.cooked) || null;
}

/** A page of the router is no file to be saved, has no need of another window, and is not spoken of as an URL. */
function mayLeadOut(link: JsxOpening, target: string): boolean {
  return ['target', 'download', 'rel'].some((name) => attributeOf(link, name)) || /ur[il]\W*$/i.test(target);
}
