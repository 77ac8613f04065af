import { splitRegexLiteral } from '../model/split-regex-literal.js';

/**
 * The regex of a stored pattern: a bare source, or `/source/flags` with flags out of `i`, `m`, `s`.
 * Always global. A bare source may start with a slash (`/api/v1` has no flags behind its last slash).
 * @returns the regex, or why it is none
 */
export function compileMatch(written: string): { readonly regex: RegExp } | { readonly wrong: string } {
  const { source, flags } = splitRegexLiteral(written) ?? { source: written, flags: '' };
  if (!/^[ims]*$/.test(flags)) return { wrong: `flags "${flags}": only i, m and s can be set here` };
  if (source.trim() === '') return { wrong: 'it is empty' };
  try {
    const regex = new RegExp(source, `g${flags}`);
    if (new RegExp(`^(?:${source})$`, flags).test('')) return { wrong: 'it matches the empty text' };
    return { regex };
  } catch (error) {
    if (error instanceof SyntaxError) return { wrong: error.message };
    throw error;
  }
}
