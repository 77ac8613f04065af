import { describe, expect, test } from 'vitest';
import { checkInCode } from '../../src/fix/checks/check-in-code.js';
import { applyEdits } from '../../src/model/edit.js';
import { parseSyntax } from '../../src/syntax/parse-syntax.js';
import { type Instruction, mend } from './mend.js';

const FIX: Instruction = {
  findReplace: { find: /oldCall\(/g, replace: 'globalThis.newCall(' },
  importLine: `import 'polyfill';`,
};
const REST = 'export const f = (x: unknown) => oldCall(x);\n';
const MENDED = REST.replace('oldCall', 'globalThis.newCall');
const run = (text: string, path = 'src/a.ts') => mend({ text, pattern: /oldCall\(/, fix: FIX, path });

describe('a module is not imported for its effects by', () => {
  test.each([
    ['an import of types', `import type { P } from 'polyfill';\nexport const p = (x: P) => x;\n`],
    ['an import of names that are types', `import { type P } from 'polyfill';\nexport const p = (x: P) => x;\n`],
    ['a name that is only used as a type', `import { P } from 'polyfill';\nexport const p = (x: P) => x;\n`],
  ])('%s', (_, head) => {
    const line = head.slice(0, head.indexOf('\n') + 1);
    expect(run(head + REST)).toBe(`${line}import 'polyfill';\n${head.slice(line.length)}${MENDED}`);
  });

  test.each([
    ['one that names nothing', 'src/a.ts', `import 'polyfill';\n`],
    ['one whose name is used', 'src/a.ts', `import { p } from 'polyfill';\np();\n`],
    ['one whose name is exported', 'src/a.ts', `import { p } from 'polyfill';\nexport { p };\n`],
    ['any in JavaScript', 'src/a.js', `import { p } from 'polyfill';\n`],
  ])('but it is by %s', (_, path, head) => {
    const plain = (text: string) => text.replace(': unknown', '');
    expect(run(head + plain(REST), path)).toBe(head + plain(MENDED));
  });
});

describe('a new line is put behind whatever begins on the line in front of it', () => {
  test.each([
    ['a comment', `import a from 'a'; /* about\n  a */\n`],
    ['two comments', `import a from 'a'; /* about\n  a */ /* and\n  b */\n`],
    ['code', `import a from 'a'; const t = \`\n\`;\n`],
    ['a comment behind a directive', `'use client'; /* since\n  June */\n`],
  ])('%s', (_, head) => {
    expect(run(head + REST)).toMatch(`${head}import 'polyfill';\n`);
  });

  test('a comment behind a require', () => {
    const head = `const a = require('a'); /* about\n  a */\n`;
    const rest = 'a(oldCall(1));\n';
    const fix = { ...FIX, importLine: `const b = require('b');` };
    const replaced: Instruction = { ...fix, findReplace: { find: /oldCall\(/g, replace: 'b(' } };
    expect(mend({ text: head + rest, pattern: /oldCall\(/, fix: replaced, path: 'a.js' })).toBe(
      `${head}const b = require('b');\na(b(1));\n`,
    );
  });
});

describe('what is written into a comment', () => {
  const text = `a();\n/* about\n  a */\nb();\n`;
  const judge = (start: number, inserted: string) => {
    const edits = [{ range: { start, end: start }, text: inserted }];
    const after = parseSyntax('a.ts', applyEdits(text, edits) ?? '');
    if (!after) throw new Error('not parsed');
    return checkInCode(after, edits, edits)?.detail ?? null;
  };

  test('is seen', () => {
    const start = text.indexOf('  a */');
    expect(judge(start, `import 'polyfill';\n`)).toBe('What is inserted would stand in a comment and do nothing.');
  });

  test.each([
    ['a comment of its own', 5, '// licence\n'],
    ['code in front of it', 5, 'c();\n'],
    ['code behind it', text.indexOf('b();'), 'c();\n'],
    ['nothing', text.indexOf('  a */'), ''],
  ])('is not %s', (_, start, inserted) => {
    expect(judge(start, inserted)).toBe(null);
  });
});
