import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

// Reads the cases of this folder: `cases/<group>/<category>/cases.txt` beside the `contract.yml` (and, where there is one,
// the `fix-patterns.json`) that all cases of the category are healed under. Their form is told in README.md. Runs nothing.

export interface Category {
  /** `<group>/<category>`. */
  readonly name: string;
  readonly contract: string;
  /** Text of the pattern store; null where the category has none. */
  readonly store: string | null;
  readonly cases: readonly Case[];
}

export interface Case {
  readonly title: string;
  readonly line: number;
  /** Why the expectation is what it is, where that is not obvious. */
  readonly why: string | null;
  readonly before: Files;
  /** Every file of `before` as it must be afterwards. */
  readonly expected: Files;
  /** Other outcomes that a careful engineer would accept as well. */
  readonly others: readonly Files[];
  /** Names of conditions or gates, one of which each escalation must give (`*`: any); empty when nothing may be escalated. */
  readonly escalates: readonly string[];
  /** Nothing is a violation here. */
  readonly clean: boolean;
}

/** Path → bytes as text; a byte order mark is its first character. */
export type Files = ReadonlyMap<string, string>;

const FOLDER = path.join(import.meta.dirname, 'cases');

export function readCategories(folder: string = FOLDER): readonly Category[] {
  return namesIn(folder).flatMap((group) =>
    namesIn(path.join(folder, group)).map((category) => readCategory(folder, `${group}/${category}`)),
  );
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(folder).sort();
}

function readCategory(folder: string, name: string): Category {
  const read = (file: string): string => readFileSync(path.join(folder, name, file), 'utf8');
  const store = namesIn(path.join(folder, name)).includes('fix-patterns.json');
  return {
    name,
    contract: read('contract.yml'),
    store: store ? read('fix-patterns.json') : null,
    cases: readCases(read('cases.txt'), name),
  };
}

interface Section {
  readonly word: string;
  readonly rest: string;
  readonly lines: string[];
}

function readCases(text: string, category: string): readonly Case[] {
  const cases: Case[] = [];
  const lines = text.replace(/\n$/, '').split('\n');
  let at = 0;
  while (at < lines.length) {
    const start = at;
    const header = /^=== (?<title>.*?)(?: \[(?<flags>[a-z -]+)\])?$/.exec(lines[at++] ?? '');
    if (!header) throw new Error(`${category}/cases.txt:${start + 1}: a case starts with "=== title"`);
    const end = lines.findIndex((line, index) => index >= at && line.startsWith('=== '));
    const body = lines.slice(at, end < 0 ? lines.length : end);
    at = end < 0 ? lines.length : end;
    if (end >= 0 && body.at(-1) === '') body.pop();
    const { title = '', flags = '' } = header.groups ?? {};
    cases.push(makeCase({ title, line: start + 1, flags: flags.split(' ') }, body, category));
  }
  return cases;
}

function makeCase(
  { title, line, flags }: { title: string; line: number; flags: readonly string[] },
  body: readonly string[],
  category: string,
): Case {
  const prelude = body.slice(
    0,
    body.findIndex((each) => each.startsWith('--- ')),
  );
  const why = prelude.map((each) => each.replace(/^# /, '')).join(' ') || null;
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  const others: Files[] = [];
  let escalates: readonly string[] = [];
  let clean = false;
  for (const { word, rest, lines } of sectionsOf(body)) {
    const text = encode(lines, flags);
    const [only = ''] = before.keys();
    if (word === 'before') before.set(rest, text);
    else if (word === 'after') after.set(rest || only, text);
    else if (word === 'or') others.push(new Map([...before, [rest || only, text]]));
    else if (word === 'escalate') escalates = rest.split(' ');
    else if (word === 'clean') clean = true;
    else throw new Error(`${category}/cases.txt:${line}: unknown section "${word}"`);
  }
  if (before.size === 0 || (!clean && escalates.length === 0 && after.size === 0)) {
    throw new Error(`${category}/cases.txt:${line}: "${title}" says nothing`);
  }
  const expected = new Map([...before, ...after]);
  return { title, line, why, before, expected, others, escalates, clean };
}

function sectionsOf(body: readonly string[]): readonly Section[] {
  const sections: Section[] = [];
  for (const line of body) {
    const header = /^--- (\w+) ?(.*)$/.exec(line);
    if (header) sections.push({ word: header[1] ?? '', rest: header[2] ?? '', lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections;
}

function encode(lines: readonly string[], flags: readonly string[]): string {
  const end = flags.includes('crlf') ? '\r\n' : '\n';
  const text = lines.join(end) + (flags.includes('no-eol') ? '' : end);
  return flags.includes('bom') ? `\uFEFF${text}` : text;
}
