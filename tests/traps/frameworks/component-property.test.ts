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
