import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/fix/refusal.js';
import { verifyEdits } from '../../src/fix/verify-edits.js';
import { applyEdits, type Edit } from '../../src/model/edit.js';
import { parseEdited, parseSyntax } from '../../src/syntax/parse-syntax.js';
import type { SyntaxTree } from '../../src/syntax/syntax-tree.js';
import { isUnread } from '../../src/syntax/unread-statement.js';

// What the parser tells of an edited text, when only what the edits reach is read: the same as when all is.

const FOLDER = path.resolve(import.meta.dirname, '../../src/fix');
const OWN = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .sort()
  .filter((_, index) => index % 16 === 0)
  .map((file) => readFileSync(path.join(FOLDER, file), 'utf8'));

const FORMS = [
  '#!/usr/bin/env node\n"use strict";\nimport a from "a";\nfoo()\nlet x = /a"b/g, y = 12n\n',
  'foo()\n;[1, 2].map(f)\n`text`\nif (a) { b()\n c(/x/) }\nelse { d() ; e(10n) }\nlabel: for (;;) { break label }\n',
  '@D export class A { static { a(); b() } @E m() { one(); two(); three() } p = () => { f(); g("}{\\"") } n(): void; n() {} }\n',
  'export @D class B { a; b = 1; get c() { return 1 } d() { return 2 } }\nnamespace N { const q = 1; export function r() { s(); t() } }\n',
  'function* g() { yield 1; yield 2 }\nasync () => { await a; for await (const b of c) { d(b); e(b) } }\nexport default function () { h(); i() }\n',
  'const é = "ü", s = "\\"start\\":1,\\"end\\":2}";\nf(s);\nconst t = `${f(() => { a(); b(); })}`;\nconst u = <T>v;\n',
  'first(1)\ncallOfANameThatIsLong(withArguments, which, are, many)\nanother.callThatIsLongEnough().toBeLeft(out)\nx\ny\n',
];

const TEXTS = [...OWN, ...FORMS, ...FORMS.map((each) => `${each}${each.replace(/^#!.*\n/, '').repeat(2)}`)];
const WRITTEN = [
  '',
  'y',
  'foo(); ',
  '\n// c\n',
  '(',
  ')',
  '{',
  '}',
  ';',
  '`',
  '/*',
  '*/',
  '"use strict";',
  ' + 1',
  '\n[0]',
  '#!',
];

/** Edits of one text at the borders of its own nodes, so that many results can be read. */
function editsOf(tree: SyntaxTree, picks: readonly (readonly [number, number, number])[]): readonly Edit[] {
  const nodes = tree.descendants(tree.program);
  const edits = picks.map(([at, how, what]): Edit => {
    const node = nodes[at % nodes.length] ?? tree.program;
    const written = WRITTEN[what % WRITTEN.length] ?? '';
    const { start, end } = node;
    if (how === 0) return { range: { start, end: start }, text: written };
    if (how === 1) return { range: { start: end, end }, text: written };
    if (how === 2) return { range: { start, end }, text: `(${tree.text.slice(start, end)})` };
    return { range: { start, end }, text: how === 3 ? '' : how === 4 ? 'longerNameThanBefore' : written };
  });
  return edits.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

const picks = fc.array(fc.tuple(fc.nat(5000), fc.nat(5), fc.nat(WRITTEN.length)), { minLength: 1, maxLength: 3 });

/** Everything the parser said, with the values that JSON has no words for. */
function written(tree: SyntaxTree): string {
  return JSON.stringify(tree.program, (_, value) => {
    return typeof value === 'bigint' || value instanceof RegExp ? `${typeof value} ${value}` : value;
  });
}

let texts = 0;

/** A path nobody has asked about, so that nothing remembered answers. */
function unknownPath(): string {
  return `${texts++}.ts`;
}

function parsed(file: string, text: string): SyntaxTree {
  const tree = parseSyntax(file, text);
  if (tree === null) throw new Error('no tree');
  return tree;
}

function unreadIn(tree: SyntaxTree): number {
  return tree.outlines(tree.program).filter(isUnread).length;
}

describe('an edited text', () => {
  test('has the tree that it has when it is parsed by itself', () => {
    let partly = 0;
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), picks, (text, chosen) => {
        const before = parsed(unknownPath(), text);
        const edits = editsOf(before, chosen);
        const next = applyEdits(text, edits);
        fc.pre(next !== null && next !== text);
        const after = parseEdited(before, next ?? '', edits);
        const whole = parsed(unknownPath(), next ?? '');
        if (unreadIn(after) > 0) partly++;
        expect(after.errors).toEqual(whole.errors);
        expect(written(after)).toBe(written(whole));
        expect(after.comments).toEqual(whole.comments);
        expect(after.descendants(after.program).map(({ type, start }) => [type, start])).toEqual(
          whole.descendants(whole.program).map(({ type, start }) => [type, start]),
        );
      }),
      { numRuns: 120 },
    );
    expect(partly).toBeGreaterThan(5);
  });

  test('is judged as it is when all of it is read', () => {
    const verdicts = new Set<string>();
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), picks, (text, chosen) => {
        const before = parsed(unknownPath(), text);
        const edits = editsOf(before, chosen);
        const next = applyEdits(text, edits);
        fc.pre(next !== null);
        const judged = verifyEdits(before, edits);
        const again = parsed(unknownPath(), text);
        // What was asked for before is remembered whole.
        parsed(again.path, next ?? '');
        const asWhole = verifyEdits(again, edits);
        const verdict = isRefusal(judged) ? judged.detail : 'sound';
        verdicts.add(verdict);
        expect(verdict).toBe(isRefusal(asWhole) ? asWhole.detail : 'sound');
      }),
      { numRuns: 120 },
    );
    expect(verdicts.has('sound')).toBe(true);
    expect(verdicts.size).toBeGreaterThan(2);
  });

  test('answers about a place as the whole tree does, whoever is asked first', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), picks, fc.array(fc.nat(9000)), (text, chosen, places) => {
        const before = parsed(unknownPath(), text);
        const edits = editsOf(before, chosen);
        const next = applyEdits(text, edits) ?? text;
        const after = parseEdited(before, next, edits);
        const whole = parsed(unknownPath(), next);
        fc.pre(after.errors.length === 0);
        for (const place of places) {
          const start = place % (next.length + 1);
          const range = { start, end: Math.min(next.length, start + (place % 7)) };
          const line = (tree: SyntaxTree) => tree.lineage(tree.enclosing(range)).map((each) => [each.type, each.start]);
          expect(line(after)).toEqual(line(whole));
          const near = (tree: SyntaxTree) => tree.overlapping(range).map((each) => [each.type, each.start, each.end]);
          expect(near(after)).toEqual(near(whole));
        }
      }),
      { numRuns: 80 },
    );
  });

  test('statements beside the edits are left unread, and each is one node whichever way it is reached', () => {
    const text = 'function f() {\n  a();\n  b();\n}\nconst long = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];\nz();\n';
    const before = parsed(unknownPath(), text);
    const at = text.indexOf('b();');
    const after = parseEdited(before, text.replace('b();', 'bb();'), [
      { range: { start: at, end: at + 1 }, text: 'bb' },
    ]);
    expect(unreadIn(after)).toBe(1);
    const { body } = after.program;
    expect(body).toHaveLength(3);
    expect(after.children(after.program)[1]).toBe(body[1]);
    expect(after.parent(body[1] ?? after.program)).toBe(after.program);
    expect(after.text.slice(body[1]?.start, body[1]?.end)).toBe(
      'const long = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];',
    );
  });
});
