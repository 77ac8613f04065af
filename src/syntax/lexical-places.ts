// Tells code from comments, texts and patterns by going through the tokens of a text, which takes a small part of the time
// of parsing it. Wherever one character could be read in two ways, as a slash after `}`, it says nothing from there on.
import { rangeAt, type TextRange } from '../model/position.js';
import type { Language } from './language-of.js';

/** `quiet`: within a comment, a string, the text of a template or of JSX, or a regex literal. */
export type LexicalPlace = 'code' | 'quiet';

/** Tells places of one text. Null where only a parser can; what is said of a text that does not parse means nothing. */
export type LexicalPlaces = (offset: number) => LexicalPlace | null;

export function lexicalPlaces(text: string, { lang }: Pick<Language, 'lang'>): LexicalPlaces {
  const lexer = new Lexer(text, lang);
  lexer.read();
  return (offset) => lexer.placeAt(offset);
}

/** What has been opened and not closed. */
type Frame =
  | { readonly kind: 'template' }
  /** The braces around an expression of a template or of JSX, and those opened within. */
  | { readonly kind: 'braces'; depth: number }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'children'; readonly name: string };

const COMMENT = String.raw`\/\/[^\n\r\u2028\u2029]*|\/\*[^]*?\*\/`;
const STRING = String.raw`"[^"\\\n\r]*(?:\\[^][^"\\\n\r]*)*"|'[^'\\\n\r]*(?:\\[^][^'\\\n\r]*)*'`;
const TOKENS = String.raw`${COMMENT}|${STRING}|["'\x60/]|<!--|-->`;
const IN_CODE = { plain: new RegExp(TOKENS, 'g'), jsx: new RegExp(`${TOKENS}|<`, 'g') };
const IN_BRACES = { plain: new RegExp(`${TOKENS}|[{}]`, 'g'), jsx: new RegExp(`${TOKENS}|[<{}]`, 'g') };
const IN_TEMPLATE = /\\[\s\S]|`|\$\{/g;
const IN_CHILDREN = /[<{]/g;
const REGEX =
  /\/(?:[^/\\[\n\r\u2028\u2029]|\\[^\n\r\u2028\u2029]|\[(?:[^\]\\\n\r\u2028\u2029]|\\[^\n\r\u2028\u2029])*\])+\/[\w$]*/y;
const TAG_START = /<\s*(?:>|([A-Za-z_$][\w$]*(?:[-.:][\w$]+)*))/y;
/** Of a function, where a tag could stand as well. */
const TYPE_PARAMETERS = /<\s*(?:const\s+)?[A-Za-z_$][\w$]*(?:\s*,|\s+extends\s)/y;
const CLOSING_TAG = /<\s*\/\s*([\w$.:-]*)\s*>/y;
/** An attribute is a name with nothing, a text or an expression behind it; of any other the value is empty. */
const IN_TAG = new RegExp(
  String.raw`\s+|(?<comment>${COMMENT})|(?<closed>\/\s*>)|>|\{|[A-Za-z_$][\w$:-]*(?:\s*=\s*(?<value>"[^"]*"|'[^']*'|\{|))?`,
  'y',
);

/** Behind these an expression begins. */
const OPERATORS: ReadonlySet<string> = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'instanceof',
  'void',
  'delete',
  'throw',
  'new',
  'do',
  'else',
  'default',
]);
/** These are names elsewhere. */
const MAYBE_OPERATORS: ReadonlySet<string> = new Set(['of', 'yield', 'await', 'extends']);
const LONGEST_OPERATOR = 10;

class Lexer {
  readonly #text: string;
  readonly #lang: Language['lang'];
  readonly #quiet: TextRange[] = [];
  readonly #frames: Frame[] = [];
  readonly #comments: TextRange[] = [];
  /** Where JSX begins that is not closed yet: it may turn out to be none. */
  #jsxStart: number | null = null;
  #at = 0;
  #hasTemplates = false;

  constructor(text: string, lang: Language['lang']) {
    this.#text = text;
    this.#lang = lang;
  }

  /** Goes as far as every token can be read in one way only. */
  read(): void {
    const hashbang = /^#![^\r\n]*/.exec(this.#text)?.[0].length ?? 0;
    this.#addComment(0, hashbang);
    while (this.#at < this.#text.length && this.#step());
  }

  placeAt(offset: number): LexicalPlace | null {
    if (offset >= (this.#jsxStart ?? this.#at)) return null;
    if (rangeAt(this.#quiet, offset)) return 'quiet';
    const char = this.#text.charAt(offset);
    // What belongs to a template, and to a directive, syntax knows better.
    if (this.#hasTemplates && /[\s`${}()]/.test(char)) return null;
    return /[\s;]/.test(char) && /["']/.test(this.#text.charAt(this.#lastOfCode(offset))) ? null : 'code';
  }

  /** Goes over the next token; false where it could be read in two ways. */
  #step(): boolean {
    const frame = this.#frames.at(-1);
    switch (frame?.kind) {
      case 'template':
        return this.#stepInTemplate();
      case 'tag':
        return this.#stepInTag(frame.name);
      case 'children':
        return this.#stepInChildren(frame.name);
      default:
        return this.#stepInCode(frame ?? null);
    }
  }

  #stepInCode(braces: Extract<Frame, { kind: 'braces' }> | null): boolean {
    const tokens = (braces === null ? IN_CODE : IN_BRACES)[
      this.#lang === 'jsx' || this.#lang === 'tsx' ? 'jsx' : 'plain'
    ];
    tokens.lastIndex = this.#at;
    const found = tokens.exec(this.#text);
    const start = found?.index ?? this.#text.length;
    const token = found?.[0] ?? '';
    this.#at = start;
    if (token.length > 1) return this.#goOver(token, start);
    switch (token) {
      case '`':
        this.#hasTemplates = true;
        return this.#open({ kind: 'template' }, start + 1);
      case '/':
        return this.#goOverSlash(start);
      case '<':
        return this.#goOverAngle(start);
      case '{':
      case '}':
        if (braces !== null) this.#count(braces, token);
        this.#at = start + 1;
        return true;
      default:
        return token === '';
    }
  }

  /** A comment or a string. */
  #goOver(token: string, start: number): boolean {
    // In scripts they open comments.
    if (token === '<!--' || token === '-->') return false;
    if (token.startsWith('/')) this.#addComment(start, start + token.length);
    else this.#addQuiet(start + 1, start + token.length);
    this.#at = start + token.length;
    return true;
  }

  #goOverSlash(start: number): boolean {
    const begins = this.#beginsExpression(start);
    if (begins === null || this.#text.startsWith('/*', start)) return false;
    if (!begins) {
      this.#at = start + 1;
      return true;
    }
    const end = this.#endOf(REGEX, start);
    if (end === null) return false;
    this.#addQuiet(start + 1, end);
    this.#at = end;
    return true;
  }

  #goOverAngle(start: number): boolean {
    const text = this.#text;
    if (text.charAt(start + 1) === '<') {
      this.#at = start + 2;
      return true;
    }
    // Nothing that can be counted up begins with a tag.
    const begins = isBehindCount(text, start) ? false : this.#beginsExpression(start);
    if (begins && !(this.#lang === 'tsx' && this.#endOf(TYPE_PARAMETERS, start) !== null)) return this.#openTag(start);
    this.#at = start + 1;
    return begins !== null;
  }

  #stepInTemplate(): boolean {
    const from = this.#at;
    IN_TEMPLATE.lastIndex = from;
    let found = IN_TEMPLATE.exec(this.#text);
    while (found?.[0].startsWith('\\')) found = IN_TEMPLATE.exec(this.#text);
    if (found === null) return false;
    this.#addQuiet(from, found.index);
    this.#at = found.index + found[0].length;
    if (found[0] === '`') this.#frames.pop();
    else this.#frames.push({ kind: 'braces', depth: 0 });
    return true;
  }

  #stepInTag(name: string): boolean {
    const start = this.#at;
    IN_TAG.lastIndex = start;
    const found = IN_TAG.exec(this.#text);
    const { comment, closed, value } = found?.groups ?? {};
    if (found === null || value === '') return false;
    const end = IN_TAG.lastIndex;
    this.#at = end;
    if (found[0] === '{' || value === '{') return this.#open({ kind: 'braces', depth: 0 }, end);
    if (value !== undefined) this.#addQuiet(end - value.length + 1, end);
    else if (comment !== undefined) this.#addComment(start, end);
    else if (closed !== undefined) this.#closeElement();
    else if (found[0] === '>') this.#frames.splice(-1, 1, { kind: 'children', name });
    return true;
  }

  #stepInChildren(name: string): boolean {
    IN_CHILDREN.lastIndex = this.#at;
    const found = IN_CHILDREN.exec(this.#text);
    if (found === null) return false;
    this.#addQuiet(this.#at, found.index);
    this.#at = found.index;
    if (found[0] === '{') return this.#open({ kind: 'braces', depth: 0 }, found.index + 1);
    CLOSING_TAG.lastIndex = found.index;
    const closing = CLOSING_TAG.exec(this.#text);
    if (closing === null) return this.#openTag(found.index);
    if (closing[1] !== name) return false;
    this.#at += closing[0].length;
    this.#closeElement();
    return true;
  }

  #openTag(start: number): boolean {
    TAG_START.lastIndex = start;
    const found = TAG_START.exec(this.#text);
    if (found === null) return false;
    const [token, name] = found;
    this.#jsxStart ??= start;
    return this.#open(
      name === undefined ? { kind: 'children', name: '' } : { kind: 'tag', name },
      start + token.length,
    );
  }

  #closeElement(): void {
    this.#frames.pop();
    if (!this.#frames.some(({ kind }) => kind === 'tag' || kind === 'children')) this.#jsxStart = null;
  }

  #open(frame: Frame, at: number): boolean {
    this.#frames.push(frame);
    this.#at = at;
    return true;
  }

  #count(braces: Extract<Frame, { kind: 'braces' }>, token: '{' | '}'): void {
    if (token === '{') braces.depth++;
    else if (braces.depth > 0) braces.depth--;
    else this.#frames.pop();
  }

  #addComment(start: number, end: number): void {
    if (start === end) return;
    const comment = { start, end };
    this.#comments.push(comment);
    this.#quiet.push(comment);
    this.#at = end;
  }

  #addQuiet(start: number, end: number): void {
    if (start < end) this.#quiet.push({ start, end });
  }

  #endOf(sticky: RegExp, start: number): number | null {
    sticky.lastIndex = start;
    return sticky.test(this.#text) ? sticky.lastIndex : null;
  }

  /** Whether what begins here is an expression, and not what follows one; null where it could be either. */
  #beginsExpression(start: number): boolean | null {
    const text = this.#text;
    const last = this.#lastOfCode(start);
    const char = text.charAt(last);
    if (/["'`\]]/.test(char)) return false;
    if (/[\w$\u0080-\uffff]/.test(char)) return beginsBehindWord(text, last);
    if (char === ')') return this.#mayCloseCondition(last) ? null : false;
    if (/[+-]/.test(char)) return text.charAt(last - 1) === char ? null : true;
    if (char === '!') return this.#beginsExpression(last) === true ? true : null;
    if (char === '>') return text.charAt(last - 1) === '=' ? true : null;
    return /^[=(,{;:?&|[^~%]?$/.test(char) ? true : null;
  }

  /** The last character before this one that is neither blank nor in a comment; -1 where there is none. */
  #lastOfCode(before: number): number {
    let last = lastSolid(this.#text, before - 1);
    for (let comment = rangeAt(this.#comments, last); comment; comment = rangeAt(this.#comments, last)) {
      last = lastSolid(this.#text, comment.start - 1);
    }
    return last;
  }

  /** Whether a parenthesis may close what a statement follows, such as a condition. */
  #mayCloseCondition(last: number): boolean {
    const text = this.#text;
    let depth = 0;
    for (let at = last; at >= 0 && last - at < MOST_BETWEEN; at--) {
      const quiet = rangeAt(this.#quiet, at);
      if (quiet) at = quiet.start;
      else if (text.charAt(at) === ')') depth++;
      else if (text.charAt(at) === '(' && --depth === 0) return CONDITION.test(text.slice(Math.max(0, at - 20), at));
    }
    return true;
  }
}

const CONDITION = /(?:^|[^.\w$])(?:if|while|for|for\s+await|with)\s*$/;
/** How far a parenthesis is looked for. UTF-16 units. */
const MOST_BETWEEN = 1000;

/** The last character up to here that is no blank; -1 where there is none. */
function lastSolid(text: string, from: number): number {
  let at = from;
  while (at >= 0 && /\s/.test(text.charAt(at))) at--;
  return at;
}

/** Whether `++` or `--` stands before: of `+++` the last one adds. */
function isBehindCount(text: string, start: number): boolean {
  const last = lastSolid(text, start - 1);
  const sign = text.charAt(last);
  return /[+-]/.test(sign) && text.charAt(last - 1) === sign && text.charAt(last - 2) !== sign;
}

/** @param last of the word */
function beginsBehindWord(text: string, last: number): boolean | null {
  const [, before = '', word = ''] =
    /(?:^|([^\w$\u0080-\uffff]))([\w$\u0080-\uffff]+)$/.exec(
      text.slice(Math.max(0, last - LONGEST_OPERATOR - 1), last + 1),
    ) ?? [];
  if (/[.#@]/.test(before)) return false;
  return MAYBE_OPERATORS.has(word) ? null : OPERATORS.has(word);
}
