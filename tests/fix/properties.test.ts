import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeFix } from '../../src/fix/make-fix.js';
import { applyEdits } from '../../src/model/edit.js';
import { parseSyntax } from '../../src/syntax/parse-syntax.js';
import { makeAutoFix } from '../support/make-auto-fix.js';
import { forbidden, makeRule } from '../support/make-rule.js';
import { type Instruction, placeOf } from './mend.js';

/** Statements in which the marked code may stand, the harmless and the hostile ones. */
const FRAMES = [
  'const key = @;',
  'f({ key: @ });',
  'class A { key = @; }',
  'function f(key = @) { return key; }',
  'x.key = @;',
  'if (a) key = @;\nelse b();',
  'const { key = @ } = o;',
  'for (const x of y) { g(@); h(x); }',
  '// key = @',
  'const t = `a ${@} b`;',
  'switch (a) { case @: b(); }',
  'a()\n@\n[b].map(c)',
  'type T = { key: @ };',
  'x = a + @ * 2;',
  'async () => { await @; g(); };',
  'label: @;',
  'try { a(); } catch { @; }',
];
const PIECES = ['"abc"', 'mark()', 'mark("a", [1, (2)])', "'x'", 'mark(b).c', 'mark(\n  a,\n)', '"a" + b', 'mark`x`'];
const FIXES: readonly Instruction[] = [
  { template: 'process.env.${UPPER_SNAKE_CASE_NAME}' },
  { template: 'process.env.KEY' },
  { template: 'a ?? b' },
  { template: 'parseInt(' },
  { strategy: 'wrap', template: 'String(${MATCH})' },
  { strategy: 'wrap', template: 'Promise.resolve(() => ${MATCH})' },
  { strategy: 'remove' },
  { findReplace: { find: /mark/g, replace: 'alert' } },
  { template: 'alert()', importLine: "import { alert } from 'a'" },
  { strategy: 'insert', anchor: { kind: 'before', regex: /const/ }, text: 'alert();' },
  { template: 'process.env.X', target: { kind: 'value' } },
];
const PATTERNS = [/key\s*=\s*['"]\w+['"]/, /["']\w+["']/, /mark\b/, /mark\(/, /key/, /mark\([^)]*\)/, /=\s*/];

const violation = fc
  .record({
    frames: fc.array(fc.tuple(fc.constantFrom(...FRAMES), fc.constantFrom(...PIECES)), { minLength: 1, maxLength: 3 }),
    head: fc.constantFrom('', "import a from 'a';\n", '/* licence */\n', '// 😀\n'),
    pattern: fc.constantFrom(...PATTERNS),
    fix: fc.constantFrom(...FIXES),
    nth: fc.nat(2),
  })
  .map(({ frames, head, ...rest }) => ({
    text: `${head}${frames.map(([frame, piece]) => frame.replace('@', () => piece)).join('\n')}\nexport {};\n`,
    ...rest,
  }))
  .filter(({ text, pattern, nth }) => [...text.matchAll(new RegExp(pattern, 'g'))].length > nth);

function answerFor(text: string, pattern: RegExp, nth: number, fix: Instruction) {
  const instruction = makeAutoFix(fix);
  const rule = makeRule({}, forbidden(pattern));
  const check = rule.checks[0];
  if (!check) throw new Error('a rule without a check');
  return makeFix({ path: 'src/a.ts', text, rule, check, place: placeOf(text, pattern, nth) }, instruction);
}

describe('whatever the code and the instruction', () => {
  test('edits are in order, disjoint, inside the text, and what parsed still parses', () => {
    let made = 0;
    fc.assert(
      fc.property(violation, ({ text, pattern, fix, nth }) => {
        const answer = answerFor(text, pattern, nth, fix);
        if (answer.kind === 'refused') return;
        made++;
        const { edits } = answer.fix;
        edits.forEach(({ range }, i) => {
          expect(range.start).toBeLessThanOrEqual(range.end);
          expect(range.start).toBeGreaterThanOrEqual(edits[i - 1]?.range.end ?? 0);
        });
        const mended = applyEdits(text, edits);
        expect(mended).not.toBeNull();
        expect(mended).not.toBe(text);
        const errors = (source: string) => parseSyntax('src/a.ts', source)?.errors.length ?? 0;
        expect(errors(mended ?? '')).toBeLessThanOrEqual(errors(text));
      }),
      { numRuns: 500, seed: 1 },
    );
    expect(made).toBeGreaterThan(50);
  });

  test('a file with CRLF is mended as the same file with LF', () => {
    const crlf = (text: string) => text.replace(/\r?\n/g, '\r\n');
    fc.assert(
      fc.property(violation, ({ text, pattern, fix, nth }) => {
        const plain = answerFor(text, pattern, nth, fix);
        const other = answerFor(crlf(text), pattern, nth, fix);
        expect(other.kind).toBe(plain.kind);
        if (plain.kind === 'refused' || other.kind === 'refused') return;
        expect(applyEdits(crlf(text), other.fix.edits)).toBe(crlf(applyEdits(text, plain.fix.edits) ?? ''));
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  test('any text and any path are answered, not thrown at', () => {
    const anything = fc.string({
      unit: fc.constantFrom('"', "'", '`', '{', '}', '(', ')', 'mark', ' ', '\n', '=', '${', '/', '😀', '<a>', '\r'),
    });
    fc.assert(
      fc.property(
        anything,
        fc.constantFrom('a.ts', 'a.tsx', 'a.js', 'a.py', 'a.d.ts'),
        fc.constantFrom(...FIXES),
        (noise, path, fix) => {
          const text = `${noise}mark${noise}`;
          const rule = makeRule({}, forbidden(/mark/));
          const check = rule.checks[0];
          if (!check) throw new Error('a rule without a check');
          const answer = makeFix({ path, text, rule, check, place: placeOf(text, /mark/, 0) }, makeAutoFix(fix));
          expect(['fix', 'refused']).toContain(answer.kind);
        },
      ),
      { numRuns: 300, seed: 3 },
    );
  });
});
