/** Made on first use: that takes as long as a fifth of starting Node, and most texts are plain. */
let segmenter: Intl.Segmenter | null = null;

/** True where each unit of a text is a character of its own and one column wide. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/** The characters of a text as a reader sees them: an emoji or a letter with its accents is one. */
export function graphemesOf(text: string): string[] {
  if (isPlain(text)) return [...text];
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Columns a printable text takes in a terminal. Controls and tabs are the caller's to replace first. */
export function displayWidth(text: string): number {
  if (isPlain(text)) return text.length;
  let width = 0;
  for (const grapheme of graphemesOf(text)) width += widthOf(grapheme);
  return width;
}

function widthOf(grapheme: string): number {
  if (isPlain(grapheme)) return grapheme.length;
  if (INVISIBLE.test(grapheme)) return 0;
  return EMOJI.test(grapheme) || WIDE.test(grapheme) ? 2 : 1;
}

/** Whether a character is of a script that is written in squares, most often without spaces. */
export function isWide(grapheme: string): boolean {
  return WIDE.test(grapheme);
}

/** Latin letters, usual punctuation and our own signs: none joins with its neighbours, and each is one column wide. */
const PLAIN = /^[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027→⚠✔✖]*$/;
const INVISIBLE = /^[\p{M}\p{Cf}]+$/u;
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;
/** East Asian wide and full-width blocks. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** A text with spaces behind it up to a width. @param width in columns, at least that of the text */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(width - displayWidth(text));
}
