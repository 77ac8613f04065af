import { expect, test } from 'vitest';
import { mend } from '../mend.js';

const find = /<a href="([^"]*)">(\w+)<\/a>/g;
const run = (address: string) =>
  mend({
    text: `import { Link } from 'router';\nconst a = <p><a href="${address}">b</a></p>;`,
    pattern: find,
    fix: { findReplace: { find, replace: '<Link to="$1">$2</Link>' } },
    path: 'a.tsx',
  });

test.each([['https://x.org'], ['mailto:a@x.org'], ['//x.org']])('a router does not lead out: %s', (address) => {
  expect(run(address)).toBe('<same-arguments>');
});

test.each([['/about'], ['about?b=c:d']])('but to its own pages: %s', (address) => {
  expect(run(address)).toContain(`<Link to="${address}">b</Link>`);
});

const opened = (attributes: string) =>
  mend({
    text: `import { Link } from 'router';\nconst a = <p><a href=${attributes}>b</a></p>;`,
    pattern: /<a href=/g,
    fix: { findReplace: { find: /<a href=/g, replace: '<Link to=' } },
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
