import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string, replace: string) => replaced(text, /\bBoolean\b/, replace);

test.each(['(x) => x != null', '(x) => x !== undefined', '(x) => { return x !== null; }'])(
  'what is empty is still left out: %s',
  (replace) => {
    expect(run('a = b.filter(Boolean);', replace)).toBe('<nullish-only>');
  },
);

test('another question of truth may take its place', () => {
  expect(run('a = b.filter(Boolean);', '(x) => !!x')).toBe('a = b.filter((x) => !!x);');
});
