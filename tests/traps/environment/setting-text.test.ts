import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ['const port = 3000;\nlisten(port + 1);', 'process.env.PORT', '<number-used>'],
  ['const port: number = 3000;', 'process.env.PORT', '<number-used>'],
  ['const all = { port: 3000 };\nif (all.port > 1024) listen(all.port);', 'import.meta.env.VITE_PORT', '<number-used>'],
  ['wait(3000 * 2);', 'process.env.PAUSE', '<number-used>'],
  ['const port = 3000;\nlisten(port);', 'process.env.PORT', 'const port = process.env.PORT;\nlisten(port);'],
  [
    'const port = 3000;\na(port + 1);',
    'Number(process.env.PORT)',
    'const port = Number(process.env.PORT);\na(port + 1);',
  ],
])('%s with %s', (text, replace, after) => {
  expect(replaced(text, '3000', replace)).toBe(after);
});
