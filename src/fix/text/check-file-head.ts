import { type Refusal, refuse } from '../../model/refusal.js';
import { quietRanges } from '../../syntax/quiet-ranges.js';
import { lineAfter } from '../../syntax/text-lines.js';

/** What has to come first in a file of a language that is not parsed. */
interface Head {
  readonly paths: RegExp;
  /** What it begins with: at the very start below a shebang, or where the first code stands. */
  readonly start?: RegExp;
  readonly code?: RegExp;
  /** As a person knows it. */
  readonly name: string;
  /** Lines that may stand above it all the same; null where not even a comment may. */
  readonly bears: RegExp | null;
}

const COMMENTS = /(?!)/;

const HEADS: readonly Head[] = [
  { paths: /\.(?:php|phtml)$/i, start: /^<\?/, name: 'the opening `<?php`', bears: null },
  { paths: /\.(?:x?html?|xml|svg)$/i, code: /^<\?xml\b/i, name: 'the XML declaration', bears: null },
  { paths: /\.(?:x?html?|xml|svg)$/i, code: /^<!doctype\b/i, name: 'the doctype', bears: null },
  { paths: /\.(?:md|mdx|html?)$/i, start: /^---[^\S\r\n]*[\r\n]/, name: 'the front matter', bears: null },
  { paths: /\.ya?ml$/i, code: /^(?:---|%YAML\b)/, name: 'the line that begins the document', bears: COMMENTS },
  { paths: /\.(?:scss|less|css)$/i, start: /^@charset\b/i, name: '`@charset`', bears: null },
  {
    paths: /\.(?:scss|less|css)$/i,
    code: /^(?:@layer\b[^{};]*;\s*)*@(?:import|namespace|use|forward)\b/i,
    name: 'the imports of a style sheet',
    bears: /^@(?:import|use|forward)\b/,
  },
  {
    paths: /\.py$/i,
    start: /^(?:[ \t]*#[^\r\n]*(?:\r\n?|\n))?[ \t\f]*#[^\r\n]*coding[:=]/,
    name: 'the line that names the encoding',
    bears: null,
  },
  { paths: /\.py$/i, code: /^[rub]{0,2}["']/i, name: 'the docstring of the module', bears: COMMENTS },
  {
    paths: /\.py$/i,
    code: /^from __future__ import\b/,
    name: '`from __future__ import`',
    bears: /^from __future__ import\b/,
  },
  {
    paths: /\.rb$/i,
    start: /^#[ \t]*(?:-\*-[ \t]*)?(?:frozen_string_literal|encoding|coding)[ \t]*:/i,
    name: 'the comments that Ruby reads',
    bears: COMMENTS,
  },
  {
    paths: /(?:^|\/)dockerfile[^/]*$|\.dockerfile$/i,
    start: /^#[ \t]*(?:syntax|escape|check)[ \t]*=/i,
    name: 'the directives of a Dockerfile',
    bears: null,
  },
  {
    paths: /(?:^|\/)dockerfile[^/]*$|\.dockerfile$/i,
    code: /^(?:ARG|FROM)\b/i,
    name: 'the first `FROM`',
    bears: /^ARG\b/i,
  },
  {
    paths: /\.(?:go|java|kts?|scala|groovy)$/i,
    code: /^(?:package\b|@file:)/,
    name: 'the name of the package',
    bears: COMMENTS,
  },
  { paths: /\.(?:java|kts?|dart)$/i, code: /^import\b/, name: 'the imports', bears: /^import\b/ },
  { paths: /\.cs$/i, code: /^(?:global )?using\b/, name: 'the `using` lines', bears: /^(?:global )?using\b/ },
  { paths: /\.rs$/i, start: /^\/[/*]!/, name: 'what the module says of itself', bears: COMMENTS },
  { paths: /\.rs$/i, code: /^#!\[/, name: 'the attributes of the module', bears: /^#!\[/ },
  { paths: /\.swift$/i, start: /^\/\/[ \t]*swift-tools-version/, name: 'the version of the tools', bears: null },
  { paths: /\.proto$/i, code: /^(?:syntax|edition)\b/, name: 'the syntax of the file', bears: COMMENTS },
];

/** Whether an insertion would come before what has to come first; null where it would not. */
export function checkFileHead(path: string, text: string, inserted: string, offset: number): Refusal | null {
  const start = text.startsWith('#!') && !text.startsWith('#![') ? lineAfter(text, 0) : 0;
  const code = firstCode(path, text, start);
  for (const head of HEADS) {
    if (!head.paths.test(path)) continue;
    const at = head.start?.test(text.slice(start)) ? start : head.code?.test(text.slice(code)) ? code : -1;
    if (offset > at || (head.bears && isBorne(path, inserted, head.bears))) continue;
    return refuse('keeps-head', `${head.bears ? 'Only comments' : 'Nothing'} may stand above ${head.name}.`);
  }
  return null;
}

/** A docstring counts as code here: what is said of the module has to come first. */
function firstCode(path: string, text: string, from: number): number {
  let at = afterSpace(text, from);
  for (const { kind, start, end } of quietRanges(path, text)) {
    if (end <= at) continue;
    if (kind === 'string' || start > at || /["']/.test(text.charAt(start))) break;
    at = afterSpace(text, end);
  }
  return at;
}

function afterSpace(text: string, from: number): number {
  return text.length - text.slice(from).trimStart().length;
}

function isBorne(path: string, inserted: string, bears: RegExp): boolean {
  return codeLines(path, inserted).every((line) => bears.test(line));
}

/** What is left of a text without its comments. */
export function codeLines(path: string, text: string): readonly string[] {
  let code = '';
  let end = 0;
  for (const quiet of quietRanges(path, text)) {
    if (quiet.kind === 'string') continue;
    code += text.slice(end, quiet.start);
    end = quiet.end;
  }
  return (code + text.slice(end))
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
