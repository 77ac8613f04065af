/**
 * `/source/flags` taken apart; whether the flags mean anything is the caller's to say.
 * @returns null for text of another form: a bare source, or a literal that is not closed
 */
export function splitRegexLiteral(written: string): { readonly source: string; readonly flags: string } | null {
  const [, source, flags] = /^\/(.*)\/([A-Za-z]*)$/s.exec(written) ?? [];
  if (source === undefined || flags === undefined || endsInBackslash(source)) return null;
  return { source, flags };
}

/** The closing slash is then part of the source. */
function endsInBackslash(source: string): boolean {
  return (/\\*$/.exec(source)?.[0].length ?? 0) % 2 === 1;
}
