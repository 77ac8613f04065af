import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { attributeOf, attributeValue, type JsxOpening, openingOf, tagName } from '../../syntax/jsx.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `<a href="https://x.org">` → `<Link to="https://x.org">`: a router leads to its own pages only, and loads them before it is asked. */
export const linkTarget: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'JSXOpeningElement', 'JSXElement')) {
    const [was, made] = [openingOf(old), openingOf(next)];
    if (tagName(was) !== 'a' || tagName(made) === 'a') continue;
    if (isNoPage(made)) return refuse('same-arguments', 'The address is none of a page that could be loaded ahead.');
    const to = attributeOf(made, 'to');
    const target = to && attributeValue(to);
    if (target === null) continue;
    const address = beginningOf(target);
    const leadsOut = address === null ? mayLeadOut(was, textOf(change.after, target)) : OUT.test(address);
    if (leadsOut) return refuse('same-arguments', 'The address leads out of what the router knows.');
  }
  return null;
};

/** `<Link href="/api/logout">`: Next loads what comes into view ahead, whatever that does; a file or a mail is no page. */
function isNoPage(link: JsxOpening): boolean {
  const href = attributeOf(link, 'href');
  const target = href && attributeValue(href);
  if (!target) return false;
  const address = beginningOf(target) ?? '';
  return OUT.test(address) || /^\/api\//.test(address) || attributeOf(link, 'download') !== null;
}

const OUT = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

/** What an address is known to begin with; null of one that is put together elsewhere. */
function beginningOf(target: Node): string | null {
  if (target.type === 'Literal') return typeof target.value === 'string' ? target.value : null;
  return (target.type === 'TemplateLiteral' && target.quasis[0]?.value.cooked) || null;
}

/** A page of the router is no file to be saved, has no need of another window, and is not spoken of as an URL. */
function mayLeadOut(link: JsxOpening, target: string): boolean {
  return ['target', 'download', 'rel'].some((name) => attributeOf(link, name)) || /ur[il]\W*$/i.test(target);
}
