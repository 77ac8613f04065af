import type { TextRange } from '../../model/position.js';
import { isVoidElement } from '../../syntax/is-void-element.js';

/** A tag of markup; attributes may hold `>` in quotes. */
export interface Tag extends TextRange {
  readonly name: string;
  readonly text: string;
  readonly kind: 'open' | 'close' | 'alone';
}

const TAG = /<(\/?)([a-z][\w.:-]*)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^'"<>])*>/gi;

export function tagsOf(text: string): readonly Tag[] {
  return [...text.matchAll(TAG)].map(({ index, 0: tag, 1: slash, 2: name = '' }) => {
    const isAlone = tag.endsWith('/>') || isVoidElement(name.toLowerCase());
    const kind = isAlone ? 'alone' : slash === '/' ? 'close' : 'open';
    return { name, text: tag, kind, start: index, end: index + tag.length };
  });
}

/** The tag behind the element that a tag opens; null where nothing follows, or the element is never closed. */
export function tagBehind(tags: readonly Tag[], opening: Tag): Tag | null {
  let depth = 0;
  for (let at = tags.indexOf(opening); at >= 0 && at < tags.length; at++) {
    const tag = tags[at];
    if (tag?.name === opening.name) depth += tag.kind === 'open' ? 1 : tag.kind === 'close' ? -1 : 0;
    if (depth <= 0) return tags[at + 1] ?? null;
  }
  return null;
}

/** The opening tags of the elements that a tag stands in, outermost first. */
export function tagsAround(tags: readonly Tag[], inner: Tag): readonly Tag[] {
  const open: Tag[] = [];
  for (const tag of tags) {
    if (tag === inner) break;
    if (tag.kind === 'open') open.push(tag);
    // What is never closed, as a list item need not be, ends with what it stands in.
    const own = tag.kind === 'close' ? open.findLastIndex(({ name }) => name === tag.name) : -1;
    if (own >= 0) open.splice(own);
  }
  return open;
}
