import { describe, expect, test } from 'vitest';
import { mend } from '../mend.js';

describe('a template that says again what was matched takes the place of all of it', () => {
  const run = (text: string, pattern: RegExp, template: string) =>
    mend({ text, pattern, fix: { template }, path: 'src/a.tsx' });

  test.each([
    ['an attribute', 'a = <B open={true} />;', /(\w+)=\{true\}/, '${1}', 'a = <B open />;'],
    [
      'the call of a method',
      'el.addEventListener("wheel", f);',
      /addEventListener\("(wheel)", (\w+)\)/,
      'addEventListener("${1}", ${2}, { passive: true })',
      'el.addEventListener("wheel", f, { passive: true });',
    ],
    ['text made of one value', 'a = { b: `${n}` };', /`\$\{(\w+)\}`/, 'String(${1})', 'a = { b: String(n) };'],
  ])('%s', (_, text, pattern, template, mended) => {
    expect(run(text, pattern, template)).toBe(mended);
  });

  test.each([
    ['a part of a name', 'a = <B data-open={true} />;', /(\w+)=\{true\}/, '${1}', '<match-is-whole>'],
    ['text made of more', 'a = { b: `${n}${m}` };', /`\$\{(\w+)\}\$\{m\}`/, 'String(${1})', '<slot-is-constant>'],
    ['what a tag reads', 'a = css`${n}`;', /`\$\{(\w+)\}`/, 'String(${1})', '<slot-is-constant>'],
  ])('not %s', (_, text, pattern, template, refusal) => {
    expect(run(text, pattern, template)).toBe(refusal);
  });
});
