import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

const run = (text: string, template: string) =>
  mend({ text, pattern: /export default (\w+);/, fix: { template, target: { kind: 'match' } }, path: 'a.ts' });

test('others may import the default', () => {
  expect(run('const Page = f();\nexport default Page;', 'export { ${1} };')).toBe('<still-referenced>');
});

test('it may be written and made otherwise', () => {
  const text = 'const Page = f();\nexport default Page;';
  expect(run(text, 'export { ${1} as default };')).toBe('const Page = f();\nexport { Page as default };');
});
