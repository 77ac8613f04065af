import type { Comment } from 'oxc-parser';

/**
 * What a comment speaks of that tells a tool to overlook what follows: `line` the very next line, `open-line` that line
 * or, behind code, its own, `code-line` the next line with code on it, `syntax` the next piece of syntax.
 */
type Spoken = 'line' | 'open-line' | 'code-line' | 'syntax';

/** Null for every other comment, one that only mentions such words included: tools look for them where a comment begins. */
export function speaksOfNext(comment: Comment): Spoken | null {
  const words = comment.value.replace(OPENING, '');
  if (CODE_LINE.test(lastLine(comment))) return 'code-line';
  return KINDS.find(({ is }) => is.test(words))?.spoken ?? null;
}

/** The same of a comment that stands behind code. */
export function speaksOfNextBehind(comment: Comment): boolean {
  const spoken = speaksOfNext(comment);
  return spoken !== null && spoken !== 'open-line';
}

/** `c8 ignore next 3` is about more than the next line, and stays for the rest of them. */
export function countsLines(comment: Comment): boolean {
  return /^(?:c8|v8|node:coverage)\s+ignore\s+next\s+(?!1\b)\d/.test(comment.value.replace(OPENING, ''));
}

/** Ends what another comment further up began, and so belongs to the code above. */
export function endsRange(comment: Comment): boolean {
  return RANGE_END.test(comment.value.replace(OPENING, ''));
}

const OPENING = /^[\s*/!]+/;

const CODE_LINE = /^@ts-(?:ignore|expect-error)\b/;

const KINDS: readonly { readonly is: RegExp; readonly spoken: Spoken }[] = [
  { is: /^(?:c8|node:coverage)\s+ignore\s+next\b/, spoken: 'open-line' },
  {
    is: /^(?:[\w:@-]+-next-line\b|Stryker disable next-line\b|deno-lint-ignore(?![\w-])|\$Flow(?:FixMe|Ignore|Issue|ExpectedError)\b)/,
    spoken: 'line',
  },
  {
    is: /^(?:(?:biome|rome|prettier|dprint|deno-fmt)-ignore(?![\w-])|(?:istanbul|v8)\s+ignore\s+(?:next|if|else)\b|noinspection\b)/,
    spoken: 'syntax',
  },
];

/** TypeScript reads the last line of a block. */
function lastLine({ value }: Comment): string {
  return (
    value
      .trimEnd()
      .split(/[\r\n]/)
      .at(-1) ?? ''
  ).replace(OPENING, '');
}

const RANGE_END =
  /^(?:#?\s*endregion\b|[\w:@-]+-(?:enable|end)\b|\w+:enable\b|(?:istanbul|c8|v8)\s+ignore\s+(?:stop|end)\b|node:coverage\s+enable\b|Stryker restore\b|@formatter:on\b|clang-format on\b)/;
