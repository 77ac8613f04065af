import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, /(?<!=)==(?!=)/, '===', { path: 'src/a.js' });

test.each([
  "export const a = window.location.hash == '';",
  "export const a = process.platform == 'win32';",
  "export const a = __dirname == '/';",
  'export const a = document.hidden == true;',
  'const x = new XMLHttpRequest();\nexport const a = () => x.status == 200;',
])('«%s»: what the host tells of itself', (text) => {
  expect(run(text)).toBe(text.replace('==', '==='));
});

test.each([
  "export const a = (location) => location.hash == '';",
  "let document;\ndocument = b();\nexport const a = document.title == '';",
  'export const a = (x) => x.status == 200;',
  'export const a = location.port == 80;',
])('«%s»: something else, or of another type', (text) => {
  expect(run(text)).toBe('<same-operand-types>');
});
