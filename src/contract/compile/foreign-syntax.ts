import { type Complaint, complaints } from '../problem-catalogue.js';

/**
 * Finds what other regex dialects know and JavaScript either refuses with an obscure reason or, worse,
 * reads as something else without a word: `\A` is the letter A, `(?i)` no group, `\h` the letter h.
 */
export function findForeignSyntax(source: string): Complaint | null {
  let isInClass = false;
  let index = 0;
  while (index < source.length) {
    const rest = source.slice(index, index + 40);
    const found = isInClass ? (posixClass(rest) ?? foreignEscape(rest, true)) : outsideClass(rest, source, index);
    if (found) return complaints.patternForeign(found.text, index + 1, found.meaning, found.instead);
    const character = source.charAt(index);
    if (character === '[' && !isInClass) isInClass = true;
    else if (character === ']') isInClass = false;
    index += character === '\\' ? 2 : 1;
  }
  return null;
}

interface Foreign {
  readonly text: string;
  readonly meaning: string;
  readonly instead: string;
}

function posixClass(rest: string): Foreign | null {
  const posix = /^\[[:.=](\^?)(\w+)[:.=]\]/.exec(rest);
  if (!posix) return null;
  const [, not = '', name = ''] = posix;
  const members = Object.hasOwn(POSIX_CLASSES, name) ? POSIX_CLASSES[name] : undefined;
  return {
    text: posix[0],
    meaning: 'to JavaScript it is a list of these very characters',
    instead: members ? `Write [${not}${members}]` : 'Write the characters out, such as [A-Za-z].',
  };
}

function outsideClass(rest: string, source: string, index: number): Foreign | null {
  if (rest.startsWith('[]')) {
    return {
      text: '[]',
      meaning: 'to JavaScript it is an empty class, which matches nothing',
      instead: 'Put a bracket into a class as [\\]].',
    };
  }
  return posixClass(rest) ?? foreignEscape(rest, false) ?? group(rest) ?? quantifier(rest, source, index);
}

function foreignEscape(rest: string, isInClass: boolean): Foreign | null {
  const property = /^\\[pP]\{[^}]*\}?/.exec(rest);
  if (property) {
    return {
      text: property[0],
      meaning: 'it needs the `u` flag, which patterns never have',
      instead: 'Write the characters out, such as [A-Za-z\\u00C0-\\u024F].',
    };
  }
  const codePoint = /^\\[ux]\{([0-9A-Fa-f]+)\}/.exec(rest);
  if (codePoint) {
    return {
      text: codePoint[0],
      meaning: 'without the `u` flag, which patterns never have, it repeats a letter',
      instead: 'Write \\uXXXX with four digits (two of them for a character beyond U+FFFF).',
    };
  }
  const known = ESCAPES[rest.slice(0, 2)];
  if (!known || (isInClass && !known.alsoInClass)) return null;
  return {
    text: rest.slice(0, 2),
    meaning: `to JavaScript it is the letter ${rest.charAt(1)}`,
    instead: known.instead,
  };
}

function group(rest: string): Foreign | null {
  for (const { form, meaning, instead } of GROUPS) {
    const found = form.exec(rest);
    if (found) return { text: found[0], meaning, instead };
  }
  return null;
}

function quantifier(rest: string, source: string, index: number): Foreign | null {
  const possessive = /^(?:[*+?]|\{\d+(?:,\d*)?\})\+/.exec(rest);
  if (possessive && index > 0 && !/^[*+?]$/.test(source.charAt(index - 1))) {
    return {
      text: possessive[0],
      meaning: 'JavaScript has no possessive quantifiers',
      instead: `Write ${possessive[0].slice(0, -1)} and make what follows exclusive, such as [^"]*" instead of .*+".`,
    };
  }
  const upTo = /^\{,(\d+)\}/.exec(rest);
  return upTo
    ? { text: upTo[0], meaning: 'to JavaScript these are the very characters', instead: `Write {0,${upTo[1]}}` }
    : null;
}

const ESCAPES: Readonly<Record<string, { readonly instead: string; readonly alsoInClass?: true }>> = {
  '\\A': { instead: 'Write ^ without the `m` flag.' },
  '\\Z': { instead: 'Write $ without the `m` flag.' },
  '\\z': { instead: 'Write $ without the `m` flag.' },
  '\\h': { instead: 'Write [ \\t].', alsoInClass: true },
  '\\H': { instead: 'Write [^ \\t].', alsoInClass: true },
  '\\R': { instead: 'Write \\r?\\n.' },
  '\\K': { instead: 'Write a lookbehind: (?<=…).' },
  '\\G': { instead: 'Leave it out; every match is looked for on its own.' },
  '\\X': { instead: 'Write [^] for any character.' },
  '\\Q': { instead: 'Put a backslash before each special character instead.', alsoInClass: true },
  '\\E': { instead: 'Put a backslash before each special character instead.', alsoInClass: true },
};

const GROUPS: readonly (Foreign & { readonly form: RegExp })[] = [
  { form: /^\(\?P<\w*>?/, meaning: 'this is how Python names a group', instead: 'Write (?<name>…).' },
  { form: /^\(\?P=\w*\)?/, meaning: 'this is how Python refers to a group', instead: 'Write \\k<name>.' },
  { form: /^\(\?P>\w*\)?/, meaning: 'JavaScript has no recursion', instead: 'Write the group out again.' },
  { form: /^\(\?'\w*'?/, meaning: 'JavaScript names groups in another way', instead: 'Write (?<name>…).' },
  { form: /^\(\?>/, meaning: 'JavaScript has no atomic groups', instead: 'Write (?:…), or the lookahead (?=(…))\\1.' },
  {
    form: /^\(\?#[^)]*\)?/,
    meaning: 'JavaScript has no comments in patterns',
    instead: 'Put the comment into YAML, on a line of its own.',
  },
  { form: /^\(\?\|/, meaning: 'JavaScript has no branch resets', instead: 'Write (?:…|…).' },
  {
    form: /^\(\?(R|\d+|&\w+)\)/,
    meaning: 'JavaScript has no recursion',
    instead: 'Write the pattern out to the depth you need.',
  },
  {
    form: /^\(\?\((\w+|<\w+>)\)/,
    meaning: 'JavaScript has no conditions in patterns',
    instead: 'Write both cases with |.',
  },
  {
    form: /^\(\?[a-zA-Z^]*-?[a-zA-Z]+[:)]/,
    meaning: 'flags cannot be set inside a pattern',
    instead: 'Put the flags behind the closing slash: /…/i',
  },
].map((group) => ({ ...group, text: '' }));

const POSIX_CLASSES: Readonly<Record<string, string>> = {
  alpha: 'A-Za-z',
  digit: '0-9',
  alnum: 'A-Za-z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: '\\s',
  blank: ' \\t',
  punct: '!-\\/:-@\\[-`{-~',
  xdigit: '0-9A-Fa-f',
  word: '\\w',
};
