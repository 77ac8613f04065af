import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const HEAD = "import { captureException } from './report';\n";
const run = (text: string) => replaced(HEAD + text, 'console\\.error', 'captureException').replace(HEAD, '');

test.each(["console.error('failed', error);", "console.error('failed');", 'console.error(error, id);'])(
  'an error is reported alone: %s',
  (text) => {
    expect(run(text)).toBe('<same-arguments>');
  },
);

test('and so it may be', () => {
  expect(run('console.error(error);')).toBe('captureException(error);');
});

describe('what a function of Node cannot do without', () => {
  test.each([
    ["createCipher('aes', key)", /createCipher(?=\()/, 'createCipheriv', '<same-arguments>'],
    ['createCipher.decode(key)', /createCipher\.decode/, 'createCipher.verify', '<same-arguments>'],
    ["createCipher('aes', key)", /createCipher\((.+)\)/, 'createCipheriv($1, iv)', "createCipheriv('aes', key, iv)"],
  ])('%s: %s → %s', (text, find, replace, after) => {
    const head = "import { createCipher, createCipheriv } from 'node:crypto';\nimport { iv } from './iv';\n";
    const mended = replaced(head + text, find, replace);
    expect(mended).toBe(after.startsWith('<') ? after : head + after);
  });
});
