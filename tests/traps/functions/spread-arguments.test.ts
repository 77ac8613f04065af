import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

const run = (text: string) =>
  mend({
    text,
    pattern: /Object\.assign\(\{\}, ([^)]+)\)/,
    fix: { template: '{ ...${1} }', target: { kind: 'match' } },
    path: 'a.ts',
  });

test('every argument is spread', () => {
  expect(run('const a = Object.assign({}, defaults, options);')).toBe('<same-result>');
  expect(run('const a = Object.assign({}, options);')).toBe('const a = { ...options };');
});
