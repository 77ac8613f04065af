import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, '([\\w.]+) as string', 'String($1)');

test.each([
  'const f = (p: { id?: string }) => go(p.id as string);',
  'const f = ({ id }: { id?: string }) => go(id as string);',
  'const f = (id: string | null) => go(id as string);',
  'go(id as string);',
])('nothing is made no text: %s', (text) => {
  expect(run(text)).toBe('<same-operand-types>');
});

test.each(['const f = (id: string | number) => go(id as string);', 'const id = 5;\ngo(id as string);'])(
  'what is there may become one: %s',
  (text) => {
    expect(run(text)).toBe(text.replace('id as string', 'String(id)'));
  },
);
