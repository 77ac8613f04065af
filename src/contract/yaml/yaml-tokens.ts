import { type CST, Lexer, Parser } from 'yaml';
import { complaints } from '../problem-catalogue.js';
import { valueTextAt } from './explain-yaml-error.js';
import { refuseAt } from './yaml-refusal.js';

// The library takes seconds over a megabyte of punctuation and recurses over what is nested, so the
// number and the nesting of its tokens are bounded before it builds values from them.

const MAX_LEXEMES = 250_000;
export const MAX_DEPTH = 64;

/** @throws YamlRefusal for too many or too deep tokens, for directives and for tags */
export function readTokens(text: string): readonly CST.Token[] {
  const tokens = parseTokens(text);
  for (const token of tokens) {
    if (token.type === 'directive' && !/^%YAML\s+1\.2\s*$/.test(token.source)) {
      throw refuseAt(token.offset, complaints.yamlDirective(token.source));
    }
    if (token.type === 'document') checkNesting(token, text);
  }
  return tokens;
}

function parseTokens(text: string): CST.Token[] {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (++count > MAX_LEXEMES) {
      throw refuseAt(parser.offset, complaints.tooBig(`it has more than ${MAX_LEXEMES} YAML tokens`));
    }
    for (const token of parser.next(lexeme)) tokens.push(token);
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

function checkNesting(document: CST.Document, text: string): void {
  let firstTag: CST.Token | null = null;
  const note = (properties: readonly CST.Token[]): void => {
    for (const token of properties) {
      if (token.type === 'tag' && (firstTag === null || token.offset < firstTag.offset)) firstTag = token;
    }
  };
  note(document.start);
  const open = document.value ? [{ token: document.value, depth: 1 }] : [];
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) throw refuseAt(token.offset, complaints.yamlDeep(MAX_DEPTH));
    if ('props' in token) note(token.props);
    if (!('items' in token)) continue;
    for (const item of token.items) {
      note(item.start);
      if (item.sep) note(item.sep);
      if (item.key) open.push({ token: item.key, depth: depth + 1 });
      if (item.value) open.push({ token: item.value, depth: depth + 1 });
    }
  }
  if (firstTag !== null) throw refuseTag(firstTag, text);
}

function refuseTag(tag: { readonly offset: number; readonly source: string }, text: string): Error {
  const value = valueTextAt(text, tag.offset);
  const isMeantAsTag = /^!(!|<|$)/.test(tag.source) || value !== tag.source;
  return refuseAt(
    tag.offset,
    isMeantAsTag && !/[/*]/.test(tag.source)
      ? complaints.yaml(`the tag \`${tag.source}\` is not allowed, because contracts hold plain values only`)
      : complaints.yamlTag(value),
  );
}
