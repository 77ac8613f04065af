import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test('the document and what is seen of it begin elsewhere', () => {
  expect(replaced('a(e.pageX);', 'pageX', 'clientX')).toBe('<same-result>');
});

test('what is called after something else is no such place', () => {
  expect(replaced('a(e.pageX);', 'pageX', 'left')).toBe('a(e.left);');
});
