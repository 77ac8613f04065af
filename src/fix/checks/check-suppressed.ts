import { type Refusal, refuse } from '../../model/refusal.js';
import { SUPPRESSION_MARKER, splitReason } from '../../model/suppression.js';
import type { FixTask } from '../draft.js';

/** What stands between the marks of a comment, and the offset behind it. */
interface Comment {
  readonly value: string;
  readonly end: number;
}

/** A rule that cannot be excused is broken all the same, but who wrote the comment wants the line as it is. */
export function checkSuppressed(
  { match, site: { text, rule } }: Pick<FixTask, 'match' | 'site'>,
  comments: () => readonly Comment[],
): Refusal | null {
  if (!match || !text.includes(SUPPRESSION_MARKER)) return null;
  const above = comments().find(({ value, end }) => {
    const [marker, ...ids] = splitReason(value)
      .names.trim()
      .split(/[\s,]+/);
    const isAbove = /^[^\r\n]*(?:\r\n?|\n)[^\r\n]*$/.test(text.slice(end, match.range.start));
    return marker === SUPPRESSION_MARKER && ids.includes(rule.id) && isAbove;
  });
  return above ? refuse('not-suppressed', 'A comment above asks to leave the line as it is.') : null;
}

/** Comments to the end of their line, in whatever language: a string that looks like one only keeps a line from a fix. */
export function commentsOfText(text: string): readonly Comment[] {
  return [...text.matchAll(/(?:\/\/|\/\*+|#|<!--)(?<value>[^\r\n]*?)(?:\*\/|-->|$)/gm)].map(
    ({ index, 0: whole, groups }) => {
      return { value: groups?.value ?? '', end: index + whole.length };
    },
  );
}
