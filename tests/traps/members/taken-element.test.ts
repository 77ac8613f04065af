import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test('an element that is taken away is not left', () => {
  expect(replaced('const a = b.shift();', /\.shift\(\)/, '[0]')).toBe('<same-result>');
});

test('of a list that is made there nobody sees it', () => {
  expect(replaced('const a = Object.keys(b).shift();', /\.shift\(\)/, '[0]')).toBe('const a = Object.keys(b)[0];');
});

test('a map is no list', () => {
  expect(replaced('a(b.get(0));', /\.get\(0\)/, '[0]')).toBe('<same-operand-types>');
  expect(replaced("a($('b').get(0));", /\.get\(0\)/, '[0]')).toBe("a($('b')[0]);");
});
