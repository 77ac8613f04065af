import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, /\.always\(/, '.finally(');

test.each(['a.always((b) => c(b));', 'a.always(b);', "$.get('/').always(() => c());"])('«%s» is told more', (text) => {
  expect(run(text)).toBe('<same-arguments>');
});

test('who takes nothing is told nothing', () => {
  expect(run('a.always(() => b());')).toBe('a.finally(() => b());');
});
