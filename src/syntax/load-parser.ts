import { createRequire } from 'node:module';
import type { Comment, ParseResult, ParserOptions } from 'oxc-parser';

export interface Parser {
  parseSync(filename: string, text: string, options: ParserOptions): ParseResult;
  /** The same, but for the program, which is JSON as the native parser wrote it. */
  parseWritten(filename: string, text: string, options: ParserOptions): WrittenResult;
  readonly visitorKeys: Readonly<Record<string, readonly string[]>>;
}

export interface WrittenResult {
  readonly program: unknown;
  readonly comments: readonly Comment[];
  readonly errors: ParseResult['errors'];
}

interface Bindings {
  readonly parseSync: Parser['parseWritten'];
}

let parser: Parser | null = null;

/** Loads the native parser the first time a text is parsed, so that a run which parses nothing never pays for it. */
export function loadParser(): Parser {
  if (!parser) {
    const require = createRequire(import.meta.url);
    const loaded: Omit<Parser, 'parseWritten'> = require('oxc-parser');
    const bindings: Bindings = require('oxc-parser/src-js/bindings.js');
    parser = { parseSync: loaded.parseSync, parseWritten: bindings.parseSync, visitorKeys: loaded.visitorKeys };
  }
  return parser;
}
