import { expect, test } from 'vitest';
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
