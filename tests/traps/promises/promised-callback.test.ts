import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ['fs.stat(file, (error, stat) => go(stat));', '<same-arguments>'],
  ['fs.stat(file, function (error, stat) { go(stat); });', '<same-arguments>'],
  ['fs.stat(file, done);', '<same-arguments>'],
  ['fs.stat(file, callback);', '<same-arguments>'],
  ['fs.stat(file, options);', 'fs.promises.stat(file, options);'],
])('%s', (text, after) => {
  expect(replaced(text, 'fs\\.stat\\(', 'fs.promises.stat(')).toBe(after);
});

test('by the name of the module or of the function', () => {
  const text = "import fs from 'fs';\nimport fsp from 'fs/promises';\nfs.stat(a, () => {});";
  expect(replaced(text, 'fs\\.stat\\(', 'fsp.stat(')).toBe('<same-arguments>');
  expect(replaced('send(a, () => {});', 'send\\(', 'sendAsync(')).toMatch(/^</);
});
