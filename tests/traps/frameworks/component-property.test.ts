import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string, find = /onKeyPress/g, replace = 'onKeyDown') =>
  replaced(text, find, replace, { pattern: /<Card onKeyPress|onKeyPress/, path: 'a.tsx' });

test('a component may not know the handler', () => {
  expect(run('a = <Card wide onKeyPress={f} />;')).toBe('<same-arguments>');
  expect(run('a = <Menu.Item onKeyPress={f} />;')).toBe('<same-arguments>');
});

test.each([
  ['an element does', 'a = <input onKeyPress={f} />;'],
  ['the rule may know the component', 'a = <Card onKeyPress={f} />;'],
])('%s', (_, text) => {
  expect(run(text)).toBe(text.replace('onKeyPress', 'onKeyDown'));
});

test('a component of this file takes what it names, one that it is given what its own file says', () => {
  const named = (text: string) =>
    replaced(text, /onKeyPress/g, 'onKeyDown', { pattern: /<Card onKeyPress/, path: 'a.tsx' });
  expect(named('const Card = ({ onKeyPress }) => <p />;\na = <Card onKeyPress={f} />;')).toBe('<same-arguments>');
  const text = 'function List({ Card, onKeyPress }) { return <Card onKeyPress={f} />; }';
  expect(named(text)).toBe(text.replace('<Card onKeyPress', '<Card onKeyDown'));
});
