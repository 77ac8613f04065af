import { applyEdits, type Edit } from '../../model/edit.js';
import { tagsOf } from './elements-of.js';

/** Languages in which elements have an opening and a closing tag. */
const MARKUP = /\.(?:html?|vue|svelte|astro|xml|svg|xhtml|hbs|handlebars|ejs|erb|php|twig|liquid|mdx?)$/i;

/** Whether edits leave an element with an opening tag of one name and a closing tag of another. */
export function tearsElement(path: string, text: string, edits: readonly Edit[]): boolean {
  if (!MARKUP.test(path)) return false;
  const after = applyEdits(text, edits);
  if (after === null) return false;
  const [was, is] = [balanceOf(text), balanceOf(after)];
  return [...is].some(([name, balance]) => Math.abs(balance) > Math.abs(was.get(name) ?? 0));
}

/** By the name of a tag that is closed anywhere, how many more times it is opened than closed. */
function balanceOf(text: string): ReadonlyMap<string, number> {
  const balances = new Map<string, number>();
  const closed = new Set<string>();
  for (const { name, kind } of tagsOf(text)) {
    if (kind === 'alone') continue;
    balances.set(name, (balances.get(name) ?? 0) + (kind === 'open' ? 1 : -1));
    if (kind === 'close') closed.add(name);
  }
  // What is never closed is a paragraph in HTML, or a type in a script.
  return new Map([...balances].filter(([name]) => closed.has(name)));
}
