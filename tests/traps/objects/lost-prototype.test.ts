import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

const run = (base: string, keepsClasses: boolean | null, path = 'a.ts') =>
  mend({
    text: `class A extends ${base} {\n  constructor() {\n    super();\n    Object.setPrototypeOf(this, A.prototype);\n    f(this);\n  }\n}`,
    pattern: /Object\.setPrototypeOf\(.*\);/,
    fix: { strategy: 'remove' },
    path,
    ...(keepsClasses === null ? {} : { types: compiled(keepsClasses) }),
  });

const compiled = (keepsClasses: boolean) => ({
  typesAt: () => new Set(['unknown'] as const),
  targetLib: () => null,
  forbidsUnused: () => false,
  lacksInterop: () => false,
  keepsClasses: () => keepsClasses,
});

test.each(['Error', 'Map<string, number>', 'errors.HttpError', 'HttpError'])('a class that extends %s', (base) => {
  const without = `class A extends ${base} {\n  constructor() {\n    super();\n    f(this);\n  }\n}`;
  expect(run(base, null)).toBe('<statement-removable>');
  expect(run(base, false)).toBe('<statement-removable>');
  expect(run(base, true)).toBe(without);
});

test('a script is what it is compiled to', () => {
  expect(run('Error', null, 'a.js')).toContain('super();\n    f(this);');
});
