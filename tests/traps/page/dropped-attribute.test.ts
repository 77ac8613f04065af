import { expect, test } from 'vitest';
import { mend, replaced } from '../../fix/mend.js';

const run = (text: string, pattern: RegExp) => mend({ text, pattern, fix: { strategy: 'remove' }, path: 'a.tsx' });

test('elements keep their keys', () => {
  expect(run('a = b.map((c, i) => <li key={i}>{c}</li>);', /\s*key=\{i\}/)).toBe('<still-referenced>');
});

test('so do fragments, for which only the long form has one', () => {
  const short = (text: string) => replaced(text, /<Fragment[^>]*>/, '<>', { path: 'a.tsx' });
  expect(short('a = b.map((c) => <Fragment key={c}><p /></Fragment>);')).toBe('<still-referenced>');
  expect(short('a = <Fragment><p /></Fragment>;')).toBe('a = <><p /></>;');
});

test.each([
  ['a component, which may open by itself', 'a = <Menu closable={false} />;'],
  ['an attribute that is on where it is absent', 'a = <p draggable={false} />;'],
  ['what keeps the value here', 'a = <input checked={false} />;'],
])('%s is still told false', (_, text) => {
  expect(run(text, /\s\w+=\{false\}/)).toBe('<same-result>');
});

test.each([
  ['a flag of HTML', 'a = <button disabled={false}>b</button>;', 'a = <button>b</button>;'],
  ['another value', 'a = <Menu data-testid="b" />;', 'a = <Menu />;'],
])('%s may go', (_, text, mended) => {
  expect(run(text, /\s[\w-]+=(?:\{false\}|"b")/)).toBe(mended);
});

test.each([
  ['', '<value-may-be-markup>'],
  ['<b>{x}</b>', '<value-may-be-markup>'],
  ['<b dangerouslySetInnerHTML={{ __html: clean(x) }} />', '<name-unbound>'],
])('markup is not shown as text: %s', (replace, mended) => {
  const text = 'a = <p><b dangerouslySetInnerHTML={{ __html: x }} /></p>;';
  const find = replace === '' ? 'dangerouslySetInnerHTML=\\{\\{ __html: x \\}\\}' : '<b .* />';
  expect(replaced(text, find, replace, { path: 'a.tsx' })).toBe(mended);
});

test.each([
  ['a = <p data-menu="b" />; document.querySelector("[data-menu]");', '<still-referenced>'],
  ['a = <p data-menu-item="b" />; use(e.dataset.menuItem);', '<still-referenced>'],
  ['a = <p id="b" />; document.getElementById("b");', '<still-referenced>'],
  ['a = <p id="b"><label htmlFor="b" /></p>;', '<still-referenced>'],
  ['a = <p id="b"><i className="b" /></p>;', 'a = <p><i className="b" /></p>;'],
  ['a = <p id="b" />; document.querySelector("#b > li");', '<still-referenced>'],
  [
    'a = <p data-menu="b" />; document.querySelector("[data-menu-item]");',
    'a = <p />; document.querySelector("[data-menu-item]");',
  ],
  ['a = <p title="b" />; use("title");', 'a = <p />; use("title");'],
])('what the page is asked for stays: %s', (text, mended) => {
  expect(run(text, /\s[\w-]+="b"/)).toBe(mended);
});
