import { applyEdits, type Edit } from '../../model/edit.js';

/** Languages in which elements have an opening and a closing tag. */
const MARKUP = /\.(?:html?|vue|svelte|astro|xml|svg|xhtml|hbs|handlebars|ejs|erb|php|twig|liquid|mdx?)$/i;

/** Whether edits leave an element with an opening tag of one name and a closing tag of another. */
export function tearsElement(path: string, text: string, edits: readonly Edit[]): boolean {
  if (!MARKUP.test(path)) return false;
  const after = applyEdits(text, edits);
  if (after === null) return false;
  const [was, is] = [openTags(text), openTags(after)];
  return [...was.keys(), ...is.keys()].some((name) => Math.abs(is.get(name) ?? 0) > Math.abs(was.get(name) ?? 0));
}

/** By the name of a tag, how many more times it is opened than closed; those that hold nothing are never closed. */
function openTags(text: string): ReadonlyMap<string, number> {
  const open = new Map<string, number>();
  for (const [tag, slash = '', name = ''] of text.matchAll(TAG)) {
    if (VOID.test(name) || tag.endsWith('/>')) continue;
    open.set(name, (open.get(name) ?? 0) + (slash === '' ? 1 : -1));
  }
  return open;
}

/** Attributes may hold `>` in quotes. */
const TAG = /<(\/?)([a-z][\w.:-]*)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^'"<>])*>/gi;

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;
