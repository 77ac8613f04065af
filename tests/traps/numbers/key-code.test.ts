import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string, find: RegExp, replace: string) =>
  replaced(text, find, replace, { pattern: /\.(?:keyCode|which)(?: === 13)?/, path: 'a.tsx' });

test.each([
  ['a comparison with a number', 'if (e.keyCode === 13) send();'],
  ['a name for it', 'const code = e.which;'],
  ['a switch', 'switch (e.keyCode) { case 13: send(); }'],
])('%s goes on counting with a number', (_, text) => {
  expect(run(text, /keyCode|which/g, 'key')).toBe('<number-used>');
});

test('a comparison that is exchanged with it is right', () => {
  expect(run('if (e.keyCode === 13) send();', /keyCode === 13/g, "key === 'Enter'")).toBe(
    "if (e.key === 'Enter') send();",
  );
});
