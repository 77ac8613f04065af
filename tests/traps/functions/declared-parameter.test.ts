import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, /\bsave\((?!ctx)/, 'save(ctx, ', { path: 'a.ts' });

test.each([
  ['a function', 'const ctx = 1;\nfunction save(text: string) {}'],
  ['a method', 'const ctx = 1;\nclass A { save(text: string) {} }'],
  ['a method of an object', 'const ctx = 1;\nconst a = { save(text: string) {} };'],
  ['a signature', 'const ctx = 1;\ninterface A { save(text: string): void }'],
])('%s gets no parameter by a rule about calls', (_, text) => {
  expect(run(text)).toMatch(/^<(?:same-arguments|position-is-code)>$/);
});

test('a call in it gets its argument', () => {
  expect(run('const ctx = 1;\nfunction keep(text: string) { save(text); }')).toContain('{ save(ctx, text); }');
  expect(run('const ctx = 1;\nfunction keep(...all: string[]) { save(...all); }')).toContain('{ save(ctx, ...all); }');
});
