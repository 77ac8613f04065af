/** The texts before and after a fix. */
const REMEMBERED = 2;

interface Found {
  readonly text: string;
  readonly matches: readonly RegExpExecArray[];
}

const known = new WeakMap<RegExp, readonly Found[]>();

/**
 * All matches of a global regex in a text. The fixes of one file ask for the same again and again: the last ones are
 * remembered. Throws what the match throws.
 */
export function matchesOf(text: string, regex: RegExp): readonly RegExpExecArray[] {
  const before = known.get(regex) ?? [];
  const found = before.find((each) => each.text === text);
  if (found) return found.matches;
  const matches = [...text.matchAll(regex)];
  known.set(regex, [{ text, matches }, ...before.slice(0, REMEMBERED - 1)]);
  return matches;
}
