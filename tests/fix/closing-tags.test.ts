import { expect, test } from 'vitest';
import { mend, replaced } from './mend.js';

// A closing tag follows its opening one where the element stays a whole one.

const LINK = "import { Link } from 'next/link';\n";

function renamed(element: string, find: RegExp, replace: string): string {
  const text = `${LINK}const x = ${element};\n`;
  return replaced(text, find, replace, { path: 'src/file.tsx' }).replace(`${LINK}const x = `, '').replace(/;\n$/, '');
}

test.each<[string, string, RegExp, string, string]>([
  [
    'past an element of the same name in it',
    '<p id="a"><p>b</p></p>',
    /<p id/,
    '<main id',
    '<main id="a"><p>b</p></main>',
  ],
  ['past one in an attribute', '<p a={<p>b</p>}>c</p>', /<p a/, '<main a', '<main a={<p>b</p>}>c</main>'],
  [
    'past its name in text and comments',
    '<p>{"</p>"}{/* </p> */}</p>',
    /<p>/,
    '<main>',
    '<main>{"</p>"}{/* </p> */}</main>',
  ],
  ['to a member', '<Link>b</Link>', /<Link>/, '<Link.Item>', '<Link.Item>b</Link.Item>'],
  ['of another object', '<Link.Root>b</Link.Root>', /Root/, 'Item', '<Link.Item>b</Link.Item>'],
  ['not to an element that holds nothing', '<p>b</p>', /<p>/, '<img>', '<result-parses>'],
  ['not to one that held nothing', '<Image src="a"></Image>', /<Image/, '<img', '<result-parses>'],
  ['not of an element whose name merely begins so', '<a-b href="c">d</a-b>', /<a\b/, '<Link', '<position-is-code>'],
  ['nor where that has no closing tag', '<a-b href="c" />', /<a\b/, '<Link', '<position-is-code>'],
  ['nor behind a namespace', '<a:b href="c">d</a:b>', /<a\b/, '<Link', '<position-is-code>'],
  ['nor without its bracket', '<old-b>d</old-b>', /old/, 'new', '<position-is-code>'],
  ['nor of a member', '<Link.Root>d</Link.Root>', /<Link\b/, '<b', '<position-is-code>'],
  ['of all members where their dot is found', '<UI.Root>d</UI.Root>', /<UI\./, '<Link.', '<Link.Root>d</Link.Root>'],
  ['where a dot begins text', '<p>.d</p>', /<p>/, '<main>', '<main>.d</main>'],
])('%s', (_, element, find, replace, after) => expect(renamed(element, find, replace)).toBe(after));

test('a part of a name that the rule sees whole', () => {
  const fix = { findReplace: { find: /old/g, replace: 'new' } };
  const text = 'const x = <old-b>d</old-b>;\n';
  expect(mend({ text, pattern: /<old-b/, fix, path: 'src/file.tsx' })).toBe('const x = <new-b>d</new-b>;\n');
});
