/**
 * Templates of `wrap_pattern`, `replace` and stored fix patterns: literal text with placeholders.
 * `${MATCH}` the matched text, `${VALUE}` the value slot as written, `${NAME}` the name it belongs to
 * as written, `${UPPER_SNAKE_CASE_NAME}` and `${camelCaseName}` that name respelt, `${1}` and
 * `${group}` what a group of the pattern matched. Everything else is literal, `$&` and `\n` included; `$${a.b}` is a
 * literal `${a.b}`, for code that is a template itself, and `$${${1}}` one around what a group matched.
 */
export type TemplatePart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'match' }
  | { readonly kind: 'value' }
  | { readonly kind: 'name'; readonly spelling: 'as-written' | 'upper-snake' | 'camel' }
  | { readonly kind: 'group'; readonly group: string };

export type Template = readonly TemplatePart[];

const NAMED: Readonly<Record<string, TemplatePart>> = {
  MATCH: { kind: 'match' },
  VALUE: { kind: 'value' },
  NAME: { kind: 'name', spelling: 'as-written' },
  UPPER_SNAKE_CASE_NAME: { kind: 'name', spelling: 'upper-snake' },
  camelCaseName: { kind: 'name', spelling: 'camel' },
};

export const PLACEHOLDERS: readonly string[] = Object.keys(NAMED);

/**
 * @param groups names of the pattern's named groups; numbered ones are `1`…`groupCount`
 * @returns the parts, or the first placeholder nobody knows
 */
export function parseTemplate(
  text: string,
  groups: readonly string[],
  groupCount: number,
): { readonly template: Template } | { readonly unknown: string } {
  const parts: TemplatePart[] = [];
  let done = 0;
  for (const found of text.matchAll(/\$(?=\$\{\$\{)|(\$?)\$\{([^{}]*)\}/g)) {
    const [whole, dollar = '', name = ''] = found;
    if (whole === '$') {
      if (found.index > done) parts.push({ kind: 'literal', text: text.slice(done, found.index) });
      done = found.index + 1;
      continue;
    }
    const start = found.index + dollar.length;
    const number = /^[1-9]\d?$/.test(name) ? Number(name) : null;
    const part: TemplatePart | undefined = Object.hasOwn(NAMED, name)
      ? NAMED[name]
      : groups.includes(name) || (number !== null && number <= groupCount)
        ? { kind: 'group', group: name }
        : undefined;
    if (!part && dollar === '') return { unknown: name };
    // The escape goes, and what it stood before is literal; in front of a placeholder it is a dollar like any other.
    const literal = text.slice(done, part ? start : found.index);
    if (literal !== '') parts.push({ kind: 'literal', text: literal });
    if (part) parts.push(part);
    done = part ? found.index + found[0].length : start;
  }
  if (done < text.length) parts.push({ kind: 'literal', text: text.slice(done) });
  return { template: parts };
}

/** Group names and count of a regex, read from the regex itself. */
export function groupsOf(regex: RegExp): { names: string[]; count: number } {
  // The empty alternative comes first, so that the pattern itself is compiled but never runs.
  const probe = new RegExp(`|${regex.source}`, regex.flags.replace(/[gy]/g, '')).exec('');
  return { names: Object.keys(probe?.groups ?? {}), count: (probe?.length ?? 1) - 1 };
}
