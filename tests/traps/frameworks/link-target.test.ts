import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const find = /<a href="([^"]*)">(\w+)<\/a>/g;
const run = (address: string) =>
  replaced(
    `import { Link } from 'router';\nconst a = <p><a href="${address}">b</a></p>;`,
    find,
    '<Link to="$1">$2</Link>',
    { path: 'a.tsx' },
  );

test.each([['https://x.org'], ['mailto:a@x.org'], ['//x.org']])('a router does not lead out: %s', (address) => {
  expect(run(address)).toBe('<same-arguments>');
});

test('nor to an address that is put together', () => {
  const text = "import { Link } from 'router';\nconst a = <p><a href={`https://x.org/${b}`}>b</a></p>;";
  const link = (address: string) =>
    replaced(text.replace('https://x.org', address), /<a href=(\{.*?\})>(\w+)<\/a>/, '<Link to=$1>$2</Link>', {
      path: 'a.tsx',
    });
  expect(link('https://x.org')).toBe('<same-arguments>');
  expect(link('/about')).toContain('<Link to={`/about/${b}`}>b</Link>');
});

test.each([['/about'], ['about?b=c:d']])('but to its own pages: %s', (address) => {
  expect(run(address)).toContain(`<Link to="${address}">b</Link>`);
});

const opened = (attributes: string) =>
  replaced(`import { Link } from 'router';\nconst a = <p><a href=${attributes}>b</a></p>;`, '<a href=', '<Link to=', {
    path: 'a.tsx',
  });

test.each([['{`https://x.org/${b}`}'], ['{fileUrl}'], ['{b} target="_blank"'], ['{b} download'], ['"mailto:a@x.org"']])(
  'nor to what may lie elsewhere: %s',
  (attributes) => {
    expect(opened(attributes)).toBe('<same-arguments>');
  },
);

test.each([['{`/posts/${b}`}'], ['{b}'], ['"about" className="c"']])('but to what may be its own: %s', (attributes) => {
  expect(opened(attributes)).toContain(`<Link to=${attributes}>b</Link>`);
});

test.each([
  ['<a href="/api/logout">b</a>', null],
  ['<a href="/a.csv" download>b</a>', null],
  ['<a href="mailto:a@x.org">b</a>', null],
  ['<a href="/about">b</a>', '<Link href="/about">b</Link>'],
  ['<a href={to}>b</a>', '<Link href={to}>b</Link>'],
])('what is loaded ahead is a page: %s', (link, mended) => {
  const head = "import Link from 'next/link';\n";
  const text = `${head}const a = ${link};`;
  const linked = replaced(text, /<(\/?)a\b/, '<$1Link', { path: 'a.tsx' });
  expect(linked).toBe(mended === null ? '<same-arguments>' : `${head}const a = ${mended};`);
});
