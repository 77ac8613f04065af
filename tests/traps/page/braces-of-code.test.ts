import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, /<br \/>/, '{"\\n"}', { path: 'a.tsx' });

test('braces hold an expression in an element only', () => {
  expect(run('const br = () => <br />;')).toBe('<edit-bounded>');
  expect(run('const a = <p>b<br />c</p>;')).toBe('const a = <p>b{"\\n"}c</p>;');
});
