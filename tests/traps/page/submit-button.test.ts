import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const find = /<button/g;
const run = (text: string) => replaced(text, find, '<button type="button"', { path: 'a.tsx' });

test('the button that submits a form keeps doing so', () => {
  expect(run('a = <form onSubmit={f}><p><button>Save</button></p></form>;')).toBe('<same-result>');
});

test.each([
  ['one that does something else', 'a = <form><button onClick={f}>x</button></form>;'],
  ['one outside of forms', 'a = <p><button>x</button></p>;'],
])('%s is told to be one', (_, text) => {
  expect(run(text)).toBe(text.replace('<button', '<button type="button"'));
});
