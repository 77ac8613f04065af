import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string, find: RegExp, replace: string) => replaced(text, find, replace, { path: 'a.tsx' });

test.each([
  ['behind a spread', 'x = <img {...p} />', / \/>/, ' alt="" />', '<same-result>'],
  [
    'behind a spread, of an element with children',
    'x = <a {...p} t="1">b</a>',
    /t="1"/,
    't="1" rel="x"',
    '<same-result>',
  ],
  ['in front of a spread', 'x = <img {...p} />', /<img/, '<img alt=""', 'x = <img alt="" {...p} />'],
  ['without a spread', 'x = <img src={p} />', / \/>/, ' alt="" />', 'x = <img src={p} alt="" />'],
  ['by another name', 'x = <p {...p} class="a" />', /class=/, 'className=', 'x = <p {...p} className="a" />'],
  ['with another value', 'x = <p {...p} id="a" />', /"a"/, '"b"', 'x = <p {...p} id="b" />'],
])('an attribute %s', (_, text, find, replace, after) => {
  expect(run(text, find, replace)).toBe(after);
});
