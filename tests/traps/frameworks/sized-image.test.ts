import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

const importLine = "import Image from 'next/image';";
const run = (text: string) =>
  mend({
    text,
    pattern: /<img\b/,
    fix: { findReplace: { find: /<img/g, replace: '<Image' }, importLine },
    path: 'a.tsx',
  });

test.each([
  ['no size', 'a = <img src="/a.png" alt="" />;'],
  ['half a size', 'a = <img src="/a.png" width={8} />;'],
  ['a size that may be among the rest', 'a = <img src="/a.png" {...rest} />;'],
])('an image of Next.js is not made of one with %s', (_, text) => {
  expect(run(text)).toBe('<same-arguments>');
});

test.each([
  ['a size', 'const a = <img src="/a.png" width={8} height={8} />;'],
  ['a file that was imported', 'import logo from \'./logo.png\';\nconst a = <img src={logo} alt="" />;'],
])('but of one with %s', (_, text) => {
  expect(run(text)).toContain('<Image src=');
});
