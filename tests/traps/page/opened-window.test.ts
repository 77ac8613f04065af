import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) =>
  replaced(text, /window\.open\((\w+), '_blank'\)/, "window.open($1, '_blank', 'noopener')", { path: 'a.tsx' });

test.each([
  ["const page = window.open(url, '_blank');"],
  ["if (!window.open(url, '_blank')) warn();"],
  ["const open = () => window.open(url, '_blank');"],
  ["window.open(url, '_blank')?.focus();"],
])('a window that is used: %s', (text) => {
  expect(run(text)).toBe('<same-result>');
});

test.each([
  ["window.open(url, '_blank');"],
  ["void window.open(url, '_blank');"],
  ["const a = <button onClick={() => window.open(url, '_blank')} />;"],
  ["a.addEventListener('click', () => window.open(url, '_blank'));"],
])('one that nobody keeps: %s', (text) => {
  expect(run(text)).toBe(text.replace("'_blank'", "'_blank', 'noopener'"));
});
