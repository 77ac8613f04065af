import { createRequire } from 'node:module';
import type { ParseResult, ParserOptions } from 'oxc-parser';

export interface Parser {
  parseSync(filename: string, text: string, options: ParserOptions): ParseResult;
  readonly visitorKeys: Readonly<Record<string, readonly string[]>>;
}

let parser: Parser | null = null;

/** Loads the native parser the first time a text is parsed, so that a run which parses nothing never pays for it. */
export function loadParser(): Parser {
  if (!parser) {
    const loaded: Parser = createRequire(import.meta.url)('oxc-parser');
    parser = loaded;
  }
  return parser;
}
